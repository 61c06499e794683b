"""What the pages show of a session and a series, read from the database in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max

from cop_blocks.languages import IN_OWN_LANGUAGE
from cop_blocks.visibility import is_public
from cop_blocks.wording import best_by_key

if TYPE_CHECKING:
    from cop_events.models import SessionIndexPageMixin, SessionPageMixin


@dataclass(frozen=True, slots=True)
class Position:
    """Where a session stands in its series: number 3 of a total of 4."""

    number: int
    total: int


def position(page: "SessionPageMixin") -> Position | None:
    """The place of a numbered session among the live, public ones of its series."""
    parent = page.get_parent() if page.pk or getattr(page, "path", "") else None
    if page.number is None or parent is None:
        return None
    visible = type(page).objects.live().filter(is_public())
    found = visible.child_of(parent).aggregate(Count("pk"), Max("number"))
    return Position(page.number, max(found["pk__count"], found["number__max"] or 0, page.number))


def is_awaited(page: "SessionPageMixin", moment: datetime) -> bool:
    """Whether it goes ahead on a day that is still to be told."""
    when = page.when
    return page.status == "planned" and bool(
        when and not when.is_day_known and when.is_upcoming(moment)
    )


def programme(page: "SessionPageMixin") -> list[Any]:
    """The parts of the programme, with their speakers."""
    rows: Any = page.programme_rows
    return list(rows.all().select_related("speaker", "second_speaker"))


def materials(page: "SessionPageMixin") -> list[Any]:
    """The materials that can be reached: not those of which the document has been deleted."""
    rows: Any = page.material_rows
    return [row for row in rows.all().select_related("document") if row.href]


def organisations(page: "SessionPageMixin") -> list[Any]:
    """The organisations that take part, in the editor's order."""
    rows: Any = page.organisation_rows
    return [row.organisation for row in rows.all().select_related("organisation")]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, as a reader of one language meets them."""

    person: Any
    job_title: str


def speakers(page: "SessionPageMixin", language: str) -> list[Speaker]:
    """The speakers, in the editor's order, with their function in ``language``."""
    rows: Any = page.speaker_rows
    found = rows.all().select_related("person__organisation", "person__photo")
    people = [row.person for row in found.prefetch_related("person__photo__renditions")]
    titles = _job_titles(people, language)
    return [Speaker(person, titles.get(person.pk, "")) for person in people]


def _job_titles(people: Iterable[Any], language: str) -> dict[int, str]:
    from cop_blocks.models import PersonText

    ids = [person.pk for person in people]
    if not ids:
        return {}
    rows = PersonText.objects.filter(person__in=ids).exclude(job_title="")
    return best_by_key(language, rows.values_list("person_id", "language", "job_title"))


@dataclass(frozen=True, slots=True)
class SeriesLists:
    """The lists of a series at a moment; all that is in them is live and public."""

    #: Of the series and of the series within it.
    upcoming: list[Any]
    #: Of the series itself: those of series within it stand on their own page.
    past: list[Any]
    series: list[Any]
    #: Of the series itself, in the order of time.
    own: list[Any]


def series_lists(page: "SessionIndexPageMixin", moment: datetime) -> SeriesLists:
    """What is to come, what has been, and the series within. Three queries."""
    from cop_events.models import SessionIndexPage, SessionPage

    sessions = (
        SessionPage.objects.live().filter(is_public(), IN_OWN_LANGUAGE).select_related("locale")
    )
    within = (
        SessionIndexPage.objects.child_of(page)
        .live()
        .filter(is_public(), IN_OWN_LANGUAGE)
        .select_related("locale")
    )
    upcoming = list(sessions.descendant_of(page).upcoming(moment))
    past = list(sessions.child_of(page).past(moment))
    to_come = [session for session in upcoming if session.depth == page.depth + 1]
    return SeriesLists(upcoming, past, list(within.order_by("path")), [*reversed(past), *to_come])
