"""Whether a translation still says what its source says, and what a changed text said before."""

from cop_blocks.translation.seams import guard

FRESHNESS = guard(
    "freshness",
    "A live translation stays as it is when its source changes, until an update is approved; it is "
    "marked as out of date, and a changed text keeps its old translation at hand.",
)


def connect() -> None:
    """The seams and signals of this part."""
    from cop_blocks.translation.freshness import (  # noqa: F401
        fallback,
        live,
        titles,
        updating,
        watch,
    )

    titles.connect()
    watch.connect()
