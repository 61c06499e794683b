"""What could be better about a session; nothing of it stops publishing."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cop_blocks.editing.advice import Advice
from cop_blocks.editing.common_advice import is_well_formed, theme_advice


def session_advice(page: Any) -> Iterator[Advice]:
    yield from theme_advice(page)
    when, now = page.when, timezone.now()
    is_past = when is not None and when.is_past(now)
    if is_past:
        if not page.report:
            yield Advice("report", _("The session is over: tell in the report what was learnt."))
    elif page.status == "planned":
        yield from _to_come(page, when)
    if not page.question_rows.all():
        yield Advice(
            "question_rows", _("Add the guiding questions: the page of the theme shows them.")
        )
    for row in page.material_rows.all():
        if row.url and not is_well_formed(row.url):
            yield Advice(
                "material_rows",
                _("The address “%(address)s” cannot be right. Check it, or remove the link.")
                % {"address": row.url},
            )
        elif not row.url and row.document is None:
            yield Advice(
                "material_rows",
                _("“%(title)s” leads nowhere: choose its document, or remove it.")
                % {"title": row.title},
            )


def _to_come(page: Any, when: Any) -> Iterator[Advice]:
    if when is None or not when.is_day_known:
        return
    if page.mode != "online" and not page.venue_name and not page.venue_address:
        yield Advice("venue_name", _("Fill in where it takes place, as soon as you know."))
    if not page.sign_up_url:
        yield Advice(
            "sign_up_url", _("There is no address to sign up: visitors cannot take part yet.")
        )
    elif not is_well_formed(page.sign_up_url):
        yield Advice(
            "sign_up_url",
            _("The address “%(address)s” cannot be right. Check it, or remove the link.")
            % {"address": page.sign_up_url},
        )
