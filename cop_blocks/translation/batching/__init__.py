"""The segments of a page are written in a fixed number of statements."""

from cop_blocks.translation.seams import guard

BATCHING = guard(
    "batching",
    "Nothing: it writes the segments of a page in a fixed number of statements, where "
    "wagtail-localize needs some ten for each.",
)


def connect() -> None:
    """The seam. It is put on first, so that other parts wrap it and not the other way round."""
    from cop_blocks.translation.batching import segments  # noqa: F401
