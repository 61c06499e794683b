"""What the translations of a page do when the page goes, moves, hides or gets other dates."""

from cop_blocks.translation.seams import guard

CASCADE = guard(
    "cascade",
    "Translations are not left behind unsaid when their source goes, moves, hides or gets dates.",
)


def connect() -> None:
    """The signals, seams and checks of this part."""
    from django.core.checks import register

    from cop_blocks.translation.cascades import checks, core, signals  # noqa: F401

    register(checks.check_cascade)
    signals.connect()
