"""Fills an empty site with the demonstration, through the models as an editor's form would."""

from cop_site.demo.fill.whole import fill, is_filled

__all__ = ["fill", "is_filled"]
