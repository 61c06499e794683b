"""What is suggested."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SuggestedTerm:
    """A term that pages are found by. ``name`` is the other name that was typed, if it was one."""

    vocabulary: str
    vocabulary_label: str
    code: str
    label: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedPage:
    page_id: int
    kind: str
    title: str
    #: Path on the page's own site.
    url: str


@dataclass(frozen=True, slots=True)
class SuggestedOrganisation:
    """One that a findable page names, and that has a page itself."""

    pk: int
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The best first in each group. ``chosen`` is what is known of the filters asked for."""

    terms: tuple[SuggestedTerm, ...] = ()
    pages: tuple[SuggestedPage, ...] = ()
    organisations: tuple[SuggestedOrganisation, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.terms) + len(self.pages) + len(self.organisations)
