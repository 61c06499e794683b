"""What is said before a page of the catalogue is deleted."""

from typing import Any

from django.utils.translation import gettext as _

from cop_blocks.deleting import Use, Verdict


def initiative_that_was_published(page: Any, uses: list[Use]) -> Verdict | None:
    if not uses and page.first_published_at is None:
        return None
    return Verdict(
        why=_("Visitors who come by an old link, and pages that name it, find nothing any more."),
        instead=_(
            "Set “State” to “Withdrawn” and choose its successor: visitors are then sent on to it."
        ),
    )


def theme_that_was_published(page: Any, uses: list[Use]) -> Verdict | None:
    if not uses and page.first_published_at is None:
        return None
    return Verdict(
        why=_(
            "Sessions, initiatives and practices keep the theme, but there is no longer a page "
            "that brings them together."
        ),
        instead=_("To stop with a theme, retire its term under Community, Terms."),
    )


def list_with_pages(page: Any, uses: list[Use]) -> Verdict | None:
    """The whole catalogue would go along."""
    number = page.get_descendant_count()
    if not number:
        return None
    return Verdict(
        why=_("There are %(number)d pages beneath it, which would be deleted along with it.")
        % {"number": number},
        instead=_("Delete or move the pages beneath it first."),
        is_forbidden=True,
    )
