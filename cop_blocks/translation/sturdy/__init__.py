"""What comes in wrong, or points to what is gone, ends in a message at its place."""

from cop_blocks.translation.seams import guard

STURDY = guard(
    "sturdy",
    "A text that is too long or is none, a chosen object or a source that was deleted end "
    "in a message at their place, and in no error page.",
)


def connect() -> None:
    """The seams and signals of this part."""
    from cop_blocks.translation.sturdy import (  # noqa: F401
        errors,
        gone,
        lengths,
        overrides,
        rows,
        typed,
    )

    lengths.connect()
    rows.connect()
