"""One page in one language, in one transaction."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from wagtail.log_actions import LogContext
from wagtail.models import Page

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.jobs import reasons
from cop_blocks.translation.jobs.reasons import RefusedError
from cop_blocks.translation.making import make
from cop_blocks.translation.models import JobRow
from cop_blocks.translation.rights import RIGHTS
from cop_blocks.translation.rights.may import may_submit
from cop_blocks.translation.rights.places import target_of

logger = logging.getLogger("cop_translation")

TRIES = 3


def do(row: JobRow) -> None:
    """Ends in ``DONE`` or ``FAILED``; stays ``WAITING`` only where the process dies within it."""
    if not _waiting(row).update(tries=F("tries") + 1):
        return
    try:
        if row.tries >= TRIES:
            raise RefusedError(reasons.LOST)
        with LogContext(user=row.job.user), transaction.atomic():
            # Said before the work, so that whoever comes to this row meanwhile waits here, and
            # finds it done; taken back with the work where that fails.
            if _waiting(row).update(state=JobRow.DONE):
                target, reason = submitted(row)
                JobRow.objects.filter(pk=row.pk).update(target=target.pk, reason=reason)
    except RefusedError as refused:
        _fail(row, refused.reason, refused.detail)
    except ValidationError as error:
        _fail(row, reasons.REFUSED, " ".join(error.messages))
    except Exception:
        logger.exception("%r was not submitted for translation", row.title)
        _fail(row, reasons.ERROR)


def submitted(row: JobRow) -> tuple[Page, str]:
    """The target, and ``reasons.THERE`` where it was there before. What a person translated, or
    stopped translating, is not touched."""
    page, locale, user = row.page, row.locale, row.job.user
    if page is None:
        raise RefusedError(reasons.GONE)
    page = page.specific
    if not is_off(RIGHTS) and not may_submit(user, page, locale):
        raise RefusedError(reasons.RIGHTS)
    there = target_of(page, locale)
    if there is not None and not there.alias_of_id:
        return there, reasons.THERE
    _look_above(row, page)
    return make(page, locale, user), ""


def _look_above(row: JobRow, page: Page) -> None:
    """A page whose parent has failed would be given an alias to stand below, by Wagtail."""
    parent = page.get_parent()
    failed = JobRow.objects.filter(
        job=row.job_id, page=parent, locale=row.locale_id, state=JobRow.FAILED
    )
    if failed.exists() and target_of(parent, row.locale) is None:
        raise RefusedError(reasons.ABOVE)


def _waiting(row: JobRow) -> Any:
    return JobRow.objects.filter(pk=row.pk, state=JobRow.WAITING)


def _fail(row: JobRow, reason: str, detail: str = "") -> None:
    _waiting(row).update(state=JobRow.FAILED, reason=reason, detail=detail)
