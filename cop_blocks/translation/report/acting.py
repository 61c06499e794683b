"""One row of the report is submitted or published; each answer is told to the person."""

import logging
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from cop_blocks.translation.guards import publishing
from cop_blocks.translation.guards.places import unfinished_url
from cop_blocks.translation.making import make
from cop_blocks.translation.report.showing import Row
from cop_blocks.translation.report.states import State
from cop_blocks.translation.rights.may import may_publish, may_submit

logger = logging.getLogger("cop_translation")


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reason`` says why a row was left as it is; empty: it was done."""

    row: Row
    reason: str = ""
    url: str = ""


class LeftError(Exception):
    def __init__(self, reason: str, url: str = "") -> None:
        super().__init__(reason)
        self.reason, self.url = reason, url


def act(name: str, row: Row, user: Any) -> Outcome:
    """In a transaction of its own; what fails is told, and the next goes on."""
    try:
        with transaction.atomic():
            ACTS[name](row, user)
    except LeftError as left:
        return Outcome(row, left.reason, left.url)
    except ValidationError as error:
        return Outcome(row, " ".join(error.messages), row.url or row.source_url)
    except PermissionDenied as error:
        return Outcome(row, str(error) or _("you have no right to do that in this language"))
    except Exception:
        logger.exception("%s of %r failed", name, row.title)
        return Outcome(row, _("an unexpected error, which is logged"))
    return Outcome(row)


def submit(row: Row, user: Any) -> None:
    if row.state != State.MISSING:
        raise LeftError(_("it was submitted already"), row.url)
    source = row.source.specific if isinstance(row.source, Page) else row.source
    if source is None:
        raise LeftError(_("its source is gone"))
    if not may_submit(user, source, row.language):
        raise LeftError(_("you may not submit it for this language"))
    make(source, row.language, user)


def publish(row: Row, user: Any) -> None:
    if row.state in NOT_PUBLISHED:
        raise LeftError(str(NOT_PUBLISHED[row.state]()), row.url)
    if row.target is None or not may_publish(user, row.target):
        raise LeftError(_("you have no right to publish it"))
    if isinstance(row.target, Page) and row.target.permissions_for_user(user).page_locked():
        raise LeftError(_("somebody locked it"), row.url)
    translation = Translation.objects.get(pk=row.translation)
    left = len(publishing.publish(translation, user))
    if left:
        said = ngettext(
            "%(count)d text is not approved yet", "%(count)d texts are not approved yet", left
        )
        raise LeftError(said % {"count": left}, unfinished_url(row.translation, None))


NOT_PUBLISHED = {
    State.MISSING: lambda: _("it is not translated yet"),
    State.OUT_OF_DATE: lambda: _("its source changed, and the new text is not approved yet"),
    State.IN_REVIEW: lambda: _("it is in review"),
    State.COMPLETE: lambda: _("visitors read it already"),
}
ACTS = {"submit": submit, "publish": publish}
