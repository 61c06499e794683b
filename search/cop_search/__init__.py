"""Finding: one facade over every page of the host."""
