"""The form in which start vocabularies are written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cop_blocks.models import Vocabulary

#: Where kinds of support and levels of government mean something.
OFFERS = ("cop_catalog.initiativepage", "cop_search.searchpage")


@dataclass(frozen=True, slots=True)
class StartTerm:
    """A term by its code, with its name in Dutch and in English; ``within`` is a code."""

    code: str
    nl: str
    en: str
    within: str = ""
    other_nl: tuple[str, ...] = ()
    other_en: tuple[str, ...] = ()
    palette: str = ""
    mark: str = ""

    @property
    def labels(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        return {"nl": (self.nl, self.other_nl), "en": (self.en, self.other_en)}


@dataclass(frozen=True, slots=True)
class StartVocabulary:
    """A vocabulary by its code, with its name and its help for editors, and its terms: a broader
    term stands before what lies within it."""

    code: str
    nl: str
    en: str
    help_nl: str
    help_en: str
    terms: tuple[StartTerm, ...] = ()
    match: str = Vocabulary.Match.EXACT
    page_types: tuple[str, ...] = ()
    flags: Mapping[str, Any] = field(default_factory=dict)

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        return {"nl": (self.nl, self.help_nl), "en": (self.en, self.help_en)}
