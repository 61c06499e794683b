"""Pages that belong with a page of the catalogue, live, public and in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.feeds import lists_with_feeds
from cop_blocks.languages import active_language
from cop_blocks.relations import localized_pages
from cop_blocks.sections import Section
from cop_blocks.visibility import is_public
from cop_catalog.models import (
    GoodPracticeIndexPageMixin,
    GoodPracticeInitiative,
    GoodPracticePage,
    GoodPracticeSession,
    InitiativeIndexPageMixin,
    InitiativeRelation,
)

if TYPE_CHECKING:
    from django.http import HttpRequest

_LISTS = {
    "initiative": InitiativeIndexPageMixin,
    "good_practice": GoodPracticeIndexPageMixin,
}
#: A page shows no more good practices than this; the list of good practices has them all.
MOST_PRACTICES = 12


@dataclass(frozen=True, slots=True)
class Relation:
    """What an initiative is to some other pages, as a heading over them."""

    kind: str
    label: str
    pages: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around an initiative: where to go instead, and what belongs with it."""

    successor: Any | None
    relations: tuple[Relation, ...]


def around(page: Any, language: str) -> Around:
    """Successor and relations by kind, looked up together; what this reader cannot get left out."""
    rows = list(page.relation_rows.all())
    found = localized_pages([page.successor_id, *(row.page_id for row in rows)], language)
    relations = (
        Relation(
            kind.value,
            str(kind.label),
            tuple(found[row.page_id] for row in rows if row.kind == kind and row.page_id in found),
        )
        for kind in InitiativeRelation.Kind
    )
    return Around(
        successor=found.get(page.successor_id),
        relations=tuple(relation for relation in relations if relation.pages),
    )


def chosen_pages(rows: Iterable[Any], language: str) -> list[Any]:
    """The pages of rows that have a ``page``, in the order of the rows, each once."""
    ids = [row.page_id for row in rows]
    found = localized_pages(ids, language)
    return list(dict.fromkeys(found[pk] for pk in ids if pk in found))


def practices_with_initiative(page: Any, language: str) -> list[Any]:
    """Good practices that made use of an initiative, whichever language of it they point at."""
    return _practices(GoodPracticeInitiative, page, language)


def practices_with_session(page: Any, language: str) -> list[Any]:
    """Good practices that were shown at a session, whichever language of it they point at."""
    return _practices(GoodPracticeSession, page, language)


def practices_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The good practices of a session, for the session's page."""
    practices = practices_with_session(subject, active_language())
    if not practices:
        return None
    return Section("cop_catalog/sections/good_practices.html", {"practices": practices})


def list_pages(request: "HttpRequest") -> dict[str, Any]:
    """Kind -> the page that lists it, in the reader's language; for "all" links."""
    lists = lists_with_feeds(request)
    return {kind: lists[model] for kind, model in _LISTS.items() if model in lists}


def _practices(rows: Any, page: Any, language: str) -> list[Any]:
    pointing = rows.objects.filter(page__translation_key=page.translation_key)
    practices = (
        GoodPracticePage.objects.filter(
            pk__in=pointing.values("good_practice_id"),
            locale__language_code=language,
            alias_of__isnull=True,
        )
        .live()
        .filter(is_public())
        .select_related("locale")
        .order_by("title")
    )
    return list(practices[:MOST_PRACTICES])
