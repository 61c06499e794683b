from typing import Any

from django.apps import AppConfig

from cop_blocks.finding import PageEntry, register


class EventsConfig(AppConfig):
    """The host's own event pages stand among our sessions: found, filtered by date, on theme pages.

    This is the example of docs/sessions.md.
    """

    name = "events"

    def ready(self) -> None:

        from cop_events.dates import Precision, When
        from cop_events.entry import SESSION, dated_entry

        def entry(page: Any) -> PageEntry:
            when = When(Precision.DAY, page.date_from)
            return dated_entry(page.title, when, summary=page.intro, place=page.location)

        register(self.get_model("EventPage"), kind=SESSION, entry=entry)
