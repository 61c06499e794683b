"""The vocabularies that a new site starts with, as plain data; a partner adds more in the admin."""

from cop_blocks.terms.start.audiences import AUDIENCES
from cop_blocks.terms.start.data import StartTerm, StartVocabulary
from cop_blocks.terms.start.regions import REGIONS
from cop_blocks.terms.start.support import SUPPORT_TYPES
from cop_blocks.terms.start.themes import KEYWORDS, LEVELS, THEMES

START_VOCABULARIES: tuple[StartVocabulary, ...] = (
    THEMES,
    SUPPORT_TYPES,
    AUDIENCES,
    REGIONS,
    LEVELS,
    KEYWORDS,
)

__all__ = ["START_VOCABULARIES", "StartTerm", "StartVocabulary"]
