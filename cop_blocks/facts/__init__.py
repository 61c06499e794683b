"""Facts: what is the same in every language of a page, kept on its source."""

from cop_blocks.facts.forms import FactsPageForm
from cop_blocks.facts.mixin import FactsMixin
from cop_blocks.facts.origin import facts_source, is_facts_translation
from cop_blocks.facts.panels import FactsPanel

__all__ = ["FactsMixin", "FactsPageForm", "FactsPanel", "facts_source", "is_facts_translation"]
