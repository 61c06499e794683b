"""What helps a translator with a segment, and what there is to check in its translation."""

from cop_blocks.translation.seams import guard

HELP = guard(
    "help",
    "The editor shows what is known of each text beside it: what changed, how it was translated "
    "elsewhere, the terms in it, and what is to be checked.",
)


def connect() -> None:
    """The seams of this part, by the module that holds them."""
    from cop_blocks.translation.helps import upstream  # noqa: F401
