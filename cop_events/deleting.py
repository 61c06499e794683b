"""What is said before a series or a session is deleted."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_blocks.deleting import Use, Verdict
from cop_events.models import SessionPage


def series_with_sessions(page: Any, uses: list[Use]) -> Verdict | None:
    """Its sessions would go along, with the records that calendars and registrations hang on."""
    number = SessionPage.objects.descendant_of(page).count()
    if not number:
        return None
    return Verdict(
        why=ngettext(
            "There is %(number)d session in this series; it would be deleted along with it.",
            "There are %(number)d sessions in this series; they would be deleted along with it.",
            number,
        )
        % {"number": number},
        instead=_("Move the sessions to another series first, or delete them one by one."),
        is_forbidden=True,
    )


def session_that_was_published(page: Any, uses: list[Use]) -> Verdict | None:
    if page.session is None:
        return None
    return Verdict(
        why=_(
            "It was published: people have it in their calendar, and look for its materials and "
            "report afterwards."
        ),
        instead=_(
            "Set “Status” to “Cancelled”. The page then stays and says so, and calendars that "
            "follow it are told."
        ),
    )
