"""What the translations of a page do when the page goes, moves, hides or gets other dates."""

from cop_blocks.translation.seams import guard

CASCADE = guard(
    "cascade",
    "Translations are not left behind unsaid when their source goes, moves, hides or gets dates.",
)


def connect() -> None:
    """The signals and seams of this part."""
    from cop_blocks.translation.cascades import core, signals  # noqa: F401

    signals.connect()
