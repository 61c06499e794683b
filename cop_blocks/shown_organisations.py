"""What the list of organisations and the page of one are given to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.text import Truncator

from cop_blocks.finding import kind_of
from cop_blocks.jsonld import organization
from cop_blocks.languages import active_language
from cop_blocks.organisations import languages_of, named_by, shown_organisations
from cop_blocks.parts import CONTEXT_NAME, Part, below, in_words_of
from cop_blocks.terms.labels import term_labels

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation in the list; ``path`` is its address below that of the list."""

    name: str
    path: str
    description: str
    #: Kind, level and region, as far as they are known.
    facts: tuple[str, ...]
    #: How much there is of each kind of page that names it: "3 initiatives".
    counts: tuple[str, ...]


def organisation_cards(request: "HttpRequest") -> list[OrganisationCard]:
    """All organisations that have a page in the reader's language, by name; constant in queries."""
    language = active_language()
    found = shown_organisations(request).select_related("region__vocabulary")
    organisations = list(found.prefetch_related("texts"))
    counts = named_by(request)
    return [
        OrganisationCard(
            name=organisation.name,
            path=f"{organisation.slug}/",
            description=_in_short(organisation.description(language), 160),
            facts=tuple(_facts(organisation, names)),
            counts=tuple(_counts(counts.get(organisation.pk, {}))),
        )
        for names in [_names(organisations, language)]
        for organisation in organisations
    ]


def organisation_context(page: Any, organisation: Any, request: "HttpRequest") -> dict[str, Any]:
    """The context of one organisation's page below ``page``."""
    language = active_language()
    description = organisation.description(language)
    spoken = languages_of([organisation.pk], request).get(organisation.pk, frozenset())
    part = Part(page, f"{organisation.slug}/", spoken)
    return {
        "page": in_words_of(page, organisation.name, _in_short(description, 200)),
        CONTEXT_NAME: part,
        "organisation": organisation,
        "description": description,
        "facts": _facts(organisation, _names([organisation], language)),
        "phone_url": "tel:" + "".join(c for c in organisation.phone if c in "+0123456789"),
        "json_ld": {
            **(organization(organisation) or {}),
            "@id": f"{below(page.get_full_url(request) or '', part.path)}#organisation",
            "description": description,
            "email": organisation.email,
            "telephone": organisation.phone,
        },
    }


def _facts(organisation: Any, names: Any) -> list[str]:
    found = (
        organisation.get_kind_display(),
        organisation.get_level_display(),
        _region(organisation, names),
    )
    return [str(fact) for fact in found if fact]


def _counts(found: Mapping[Any, int]) -> list[str]:
    """In the order in which the apps said that their rows name organisations; a number stays with
    its word."""
    return [f"{number}\N{NO-BREAK SPACE}{_word(model, number)}" for model, number in found.items()]


def _word(model: Any, number: int) -> str:
    kind, meta = kind_of(model), model._meta
    one, more = (kind.label, kind.plural) if kind else (meta.verbose_name, meta.verbose_name_plural)
    word = str(one if number == 1 else more)
    return word[:1].lower() + word[1:]


def _region(organisation: Any, names: Any) -> str:
    region = organisation.region
    return str(names.label(region.vocabulary.code, region.code)) if region else ""


def _names(organisations: list[Any], language: str) -> Any:
    """The names of the vocabularies that regions come from; asked for where there is a region."""
    codes = {each.region.vocabulary.code for each in organisations if each.region}
    return term_labels(language, codes) if codes else None


def _in_short(text: str, length: int) -> str:
    return str(Truncator(" ".join(text.split())).chars(length))
