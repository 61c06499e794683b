"""What belongs with a page of the catalogue, as hits: in the reader's language, and only what a
visitor may find. All of one page is looked up together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.feeds import lists_with_feeds
from cop_blocks.languages import active_language
from cop_blocks.relations import localized_ids
from cop_blocks.sections import Section
from cop_blocks.shown_terms import labels_of
from cop_blocks.visibility import is_public
from cop_catalog.models import (
    GoodPracticeIndexPageMixin,
    GoodPracticeInitiative,
    GoodPracticePage,
    GoodPracticeSession,
    InitiativeIndexPageMixin,
    InitiativeRelation,
)
from cop_catalog.themes import site_id_of
from cop_search.facade import Hit, hits_of

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
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around an initiative: where to go instead, what belongs with it, and the good
    practices that made use of it."""

    successor: Hit | None
    relations: tuple[Relation, ...]
    practices: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind a good practice: initiatives that helped, sessions it was shown at."""

    initiatives: tuple[Hit, ...]
    sessions: tuple[Hit, ...]


def around(page: Any, request: "HttpRequest | None") -> Around:
    """Three statements, whatever there is."""
    rows = list(page.relation_rows.all())
    ids = localized_ids([page.successor_id, *(row.page_id for row in rows)], active_language())
    practices = _practice_ids(GoodPracticeInitiative, page)
    found = _found([*ids.values(), *practices], request)
    relations = (
        Relation(
            kind.value,
            str(kind.label),
            _chosen((row.page_id for row in rows if row.kind == kind), ids, found),
        )
        for kind in InitiativeRelation.Kind
    )
    return Around(
        successor=next(iter(_chosen([page.successor_id], ids, found)), None),
        relations=tuple(relation for relation in relations if relation.hits),
        practices=tuple(found[pk] for pk in practices if pk in found),
    )


def behind(page: Any, request: "HttpRequest | None") -> Behind:
    """Two statements and one for each kind of row."""
    initiatives = [row.page_id for row in page.initiative_rows.all()]
    sessions = [row.page_id for row in page.session_rows.all()]
    ids = localized_ids([*initiatives, *sessions], active_language())
    found = _found(ids.values(), request)
    return Behind(_chosen(initiatives, ids, found), _chosen(sessions, ids, found))


def practices_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The good practices of a session, for the session's page."""
    practices = _found(_practice_ids(GoodPracticeSession, subject), request)
    if not practices:
        return None
    context = {"practices": list(practices.values()), "labels": labels_of(request)}
    return Section("cop_catalog/sections/good_practices.html", context)


def list_pages(request: "HttpRequest") -> dict[str, Any]:
    """Kind -> the page that lists it, in the reader's language; for "all" links."""
    lists = lists_with_feeds(request)
    return {kind: lists[model] for kind, model in _LISTS.items() if model in lists}


def _practice_ids(rows: Any, page: Any) -> list[int]:
    """The practices that point at a page, whichever language of it they point at, by title."""
    pointing = rows.objects.filter(page__translation_key=page.translation_key)
    practices = (
        GoodPracticePage.objects.filter(
            pk__in=pointing.values("good_practice_id"),
            locale__language_code=active_language(),
            alias_of__isnull=True,
        )
        .live()
        .filter(is_public())
        .order_by("title", "pk")
    )
    return list(practices.values_list("pk", flat=True)[:MOST_PRACTICES])


def _found(page_ids: Iterable[int], request: "HttpRequest | None") -> dict[int, Hit]:
    hits = hits_of(page_ids, active_language(), site_id=site_id_of(request))
    return {hit.page_id: hit for hit in hits}


def _chosen(
    page_ids: Iterable[int | None], ids: dict[int, int], found: dict[int, Hit]
) -> tuple[Hit, ...]:
    """The hits of chosen pages in the order of choosing, each once."""
    here = dict.fromkeys(ids[pk] for pk in page_ids if pk is not None and pk in ids)
    return tuple(found[pk] for pk in here if pk in found)
