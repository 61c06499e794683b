"""Initiatives, good practices and theme pages."""
