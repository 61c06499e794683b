"""A schedule that comes to an unfinished translation is dropped, and its owner hears of it.

Raising would stop every page that is due after it.
"""

import logging
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation as languages
from django.utils.translation import gettext as _
from wagtail.admin.mail import send_mail
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from cop_blocks.translation.completeness import Unfinished

logger = logging.getLogger("cop_translation")


def skip(target: Any, revision: Revision, left: list[Unfinished]) -> None:
    """Takes the schedule away: the form would show its date as if it still stood."""
    revision.approved_go_live_at = None
    revision.content["go_live_at"] = None
    revision.save(update_fields=["approved_go_live_at", "content"])
    target.go_live_at = None
    type(target)._base_manager.filter(pk=target.pk).update(go_live_at=None)
    log(
        instance=target,
        action="cop_translation.skip_schedule",
        revision=revision,
        data={"missing": [each.path for each in left]},
    )
    for person in _owners(target, revision):
        _tell(person, target, left)


def _owners(target: Any, revision: Revision) -> list[Any]:
    """Who scheduled it and whose page it is."""
    people = {
        person.pk: person for person in (revision.user, getattr(target, "owner", None)) if person
    }
    return [person for person in people.values() if person.is_active and person.email]


def _tell(person: Any, target: Any, left: list[Unfinished]) -> None:
    from cop_blocks.translation.guards.places import edit_url

    with languages.override(UserProfile.get_for_user(person).get_preferred_language()):
        text = render_to_string(
            "cop_translation/mail/schedule_skipped.txt",
            {"target": target, "left": left, "edit_url": edit_url(target, absolute=True)},
        )
        subject = _("“%(title)s” was not published: its translation is unfinished") % {
            "title": target
        }
    try:
        send_mail(" ".join(subject.split()), text, [person.email])
    except OSError:  # Those that are due after it do not wait for a mail server.
        logger.exception("Could not tell %s that %r was not published", person, target)
