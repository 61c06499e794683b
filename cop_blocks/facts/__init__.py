"""Facts: what is the same in every language of a page, kept on its source."""

from cop_blocks.facts.mixin import FactsMixin
from cop_blocks.facts.panels import FactsPanel

__all__ = ["FactsMixin", "FactsPanel"]
