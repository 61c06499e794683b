"""Nothing of a translation goes live by accident: not by submitting it, not while it is unfinished.

To publish from code, see :mod:`cop_blocks.translation.guards.publishing`.
"""

from django.core import checks as django_checks

from cop_blocks.translation.seams import guard

SUBMIT = guard(
    "submit",
    "Submitting makes nothing live: a translation, the pages above it and what comes along start "
    "as drafts, and an alias stays what it is until its translation is published.",
)
PUBLISH = guard(
    "publish",
    "A translation with text that nobody approved is not published, unless a person with the right "
    "to publish says so on purpose, which is kept and logged.",
)


def connect() -> None:
    """The seams of this part, by the modules that hold them."""
    from cop_blocks.translation.guards import (  # noqa: F401
        answers,
        batches,
        building,
        revisions,
        submitting,
    )
    from cop_blocks.translation.guards.checks import check_snippets

    django_checks.register(check_snippets)
