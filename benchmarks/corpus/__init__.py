"""A site of any size to search: generated pages with terms, the same ones every time."""
