"""A page as Wagtail alone makes one, for our own to be measured beside."""
