"""Terms on pages: the panel, the form behind it, labels and trees."""
