"""How a session is found: what it says of itself to whoever finds pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cop_blocks.finding import Kind, PageEntry
from cop_blocks.page_text import text_of
from cop_events.cards import TEMPLATE, card_data, when_json
from cop_events.dates import When
from cop_events.models.when import Status

SESSION = Kind("session", _("session"), _("sessions"), card_template=TEMPLATE, has_states=True)

#: What ``session_entry`` reads of other tables.
PREFETCH = (
    "speaker_rows__person",
    "programme_rows__speaker",
    "programme_rows__second_speaker",
    "organisation_rows__organisation",
    "question_rows",
    "material_rows",
)

#: Fields of which the words are searched.
TEXTS = (
    "introduction",
    "venue_name",
    "venue_address",
    "venue_accessibility",
    "body",
    "report",
)


def session_entry(page: Any) -> PageEntry:
    """The entry of a session page."""
    return PageEntry(
        title=page.title,
        summary=page.introduction,
        text=_text(page),
        names=_names(page),
        opens=page.starts_at,
        closes=page.ends_at,
        closed=page.status == Status.CANCELLED,
        sort_date=page.ends_at,
        card=card_data(page),
    )


def dated_entry(
    title: str,
    when: When,
    *,
    summary: str = "",
    text: str = "",
    place: str = "",
    is_cancelled: bool = False,
) -> PageEntry:
    """The entry of a host's own event page, which then stands among the sessions: found by date,
    on the pages of its themes, with the same card. Register it with ``kind=SESSION``."""
    return PageEntry(
        title=title,
        summary=summary,
        text=text or summary,
        opens=when.starts_at,
        closes=when.ends_at,
        closed=is_cancelled,
        sort_date=when.ends_at,
        card={
            "number": None,
            "when": when_json(when),
            "mode": "",
            "status": Status.CANCELLED if is_cancelled else Status.PLANNED,
            "place": place,
        },
    )


def _text(page: Any) -> str:
    parts = [text_of(page, *TEXTS)]
    parts += [row.text for row in page.question_rows.all()]
    for item in page.programme_rows.all():
        parts += [item.title, item.description]
    parts += [row.title for row in page.material_rows.all()]
    return "\n".join(part for part in parts if part)


def _names(page: Any) -> tuple[str, ...]:
    found = [row.person.name for row in page.speaker_rows.all()]
    for item in page.programme_rows.all():
        found += [who.name for who in (item.speaker, item.second_speaker) if who]
    for row in page.organisation_rows.all():
        found += [row.organisation.name, row.organisation.short_name]
    return tuple(dict.fromkeys(name for name in found if name))
