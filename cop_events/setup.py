"""The page of the sessions, as ``cop_setup`` makes it."""

from collections.abc import Iterator

from cop_blocks.setup import PagePlan


def pages() -> Iterator[PagePlan]:
    """One series to begin with; an editor adds one for each year or programme."""
    yield PagePlan(
        key="sessions",
        model="cop_events.SessionIndexPage",
        titles={"en": "Sessions", "nl": "Sessies"},
        slugs={"en": "sessions", "nl": "sessies"},
        texts={
            "introduction": {
                "en": "Each session puts one theme in the middle, with its own questions.",
                "nl": "In elke sessie staat één thema centraal, met eigen vragen.",
            }
        },
    )
