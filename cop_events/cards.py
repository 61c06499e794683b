"""What lists show of a session. A card is made from a page here; where ``cop_search`` is there,
its hits hold the same things, so that one template shows both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.utils.html import escape

from cop_events.dates import When

if TYPE_CHECKING:
    from django.http import HttpRequest

TEMPLATE = "cop_events/cards/session.html"


@dataclass(frozen=True, slots=True)
class Card:
    """One session in a list."""

    page_id: int
    title: str
    url: str
    summary: str
    card: Mapping[str, Any]
    #: Vocabulary code -> term codes, in the page's order.
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def title_marked(self) -> str:
        """As a hit of ``cop_search`` has it; nothing is searched for here."""
        return self.title

    @property
    def summary_marked(self) -> str:
        return escape(self.summary)


def when_json(when: When | None) -> dict[str, str | None] | None:
    """A date as JSON values; :func:`when_from_json` reads it back."""
    if when is None:
        return None
    return {
        "precision": when.precision,
        "start": when.start.isoformat(),
        "end": when.end.isoformat() if when.end else None,
        "starts": when.starts.isoformat() if when.starts else None,
        "ends": when.ends.isoformat() if when.ends else None,
        "timezone": when.timezone,
    }


def when_from_json(data: Mapping[str, Any] | None) -> When | None:
    """The date that :func:`when_json` wrote down; ``None`` for nothing."""
    if not data:
        return None
    return When(
        precision=data["precision"],
        start=date.fromisoformat(data["start"]),
        end=date.fromisoformat(data["end"]) if data["end"] else None,
        starts=time.fromisoformat(data["starts"]) if data["starts"] else None,
        ends=time.fromisoformat(data["ends"]) if data["ends"] else None,
        timezone=data["timezone"],
    )


def card_data(page: Any) -> dict[str, Any]:
    """What a card shows besides title and summary: JSON values, the same in every language."""
    return {
        "number": page.number,
        "when": when_json(page.when),
        "mode": page.mode,
        "status": page.status,
        "place": page.venue_name,
        "attendance": page.attendance,
        "has_report": bool(page.report),
    }


def cards(pages: Iterable[Any], request: "HttpRequest | None") -> list[Card]:
    """The cards of session pages; constant in queries (have ``locale`` selected)."""
    pages = list(pages)
    terms = _terms_of([page.pk for page in pages])
    return [
        Card(
            page_id=page.pk,
            title=page.title,
            url=page.get_url(request) or "",
            summary=page.introduction,
            card=card_data(page),
            terms=terms.get(page.pk, {}),
        )
        for page in pages
    ]


def _terms_of(page_ids: list[int]) -> dict[int, dict[str, tuple[str, ...]]]:
    from cop_blocks.models import TermRow

    if not page_ids:
        return {}
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    rows = TermRow.objects.filter(content_object__in=page_ids).order_by("sort_order", "pk")
    for page_id, vocabulary, code in rows.values_list(
        "content_object_id", "tag__vocabulary__code", "tag__code"
    ):
        found[page_id][vocabulary] = (*found[page_id].get(vocabulary, ()), code)
    return dict(found)
