"""What helps a translator with a segment, and what there is to check in its translation."""
