"""After an act of the admin: tell what the translations did, or ask what they are to do."""

from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cop_blocks.translation import conf
from cop_blocks.translation.cascades import pending
from cop_blocks.translation.cascades.acts import ACTS
from cop_blocks.translation.cascades.counterparts import key_of, row, rows
from cop_blocks.translation.cascades.following import Outcome, shown

SALT = "cop_translation.cascades"
URL = "cop_translation_follow"


def settle(request: HttpRequest, *, then: str = "", may_lead: bool = True) -> HttpResponse | None:
    """Leads to the question where there is one and ``may_lead``, and comes back to ``then``;
    otherwise a message has a button to it."""
    asked: dict[str, list[pending.Happened]] = {}
    for happened in pending.take():
        tell(request, happened.outcome)
        if happened.open and conf.cascade(happened.act) == conf.ASK:
            asked.setdefault(happened.act, []).append(happened)
        elif happened.open:
            say_stayed(request, happened)
    for act, all_of_it in asked.items():
        if not (mine := _mine(request, all_of_it)):
            continue
        url = f"{reverse(URL, args=[act])}?{urlencode({'of': token(mine), 'next': then})}"
        if may_lead and len(asked) == 1:
            return redirect(url)
        messages.warning(
            request, str(ACTS[act].told), buttons=[messages.button(url, _("What do they do?"))]
        )
    return None


def way_on(request: HttpRequest, instance: Any) -> str:
    """Where Wagtail would go after an act on ``instance``."""
    asked: str = get_valid_next_url_from_request(request)
    if isinstance(instance, Page):
        return asked or reverse("wagtailadmin_explore", args=[instance.get_parent().pk])
    viewset = getattr(instance, "snippet_viewset", None)
    return asked or (reverse(viewset.get_url_name("list")) if viewset else "")


def _mine(request: HttpRequest, asked: list[pending.Happened]) -> list[pending.Happened]:
    """What this person may answer; of the rest they are told."""
    mine = []
    for happened in asked:
        act = ACTS[happened.act]
        source, targets = row(happened.source), rows(happened.open)
        allowed = [key_of(each) for each in targets if act.may(request.user, each, source)]
        outcome = Outcome(stayed=[shown(each) for each in targets if key_of(each) not in allowed])
        tell(request, outcome)
        if allowed:
            happened.open = allowed
            mine.append(happened)
    return mine


def token(asked: list[pending.Happened]) -> str:
    """Which translations of which sources; signed, so that it asks of nothing else."""
    return signing.dumps([[each.source, each.title, each.open] for each in asked], salt=SALT)


def read(text: str) -> list[tuple[str, str, list[str]]]:
    """Raises ``signing.BadSignature`` for what was not given by ``token`` within a day."""
    return [tuple(each) for each in signing.loads(text, salt=SALT, max_age=86400)]


def tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.followed:
        messages.success(
            request, _("Translations that followed: %s.") % ", ".join(outcome.followed)
        )
    if outcome.stayed:
        messages.warning(
            request,
            _("Translations that stayed as they were, since this cannot be done there by you: %s.")
            % ", ".join(outcome.stayed),
        )


def say_stayed(request: HttpRequest, happened: pending.Happened) -> None:
    names = [shown(target) for target in rows(happened.open)]
    if names:
        messages.info(request, _("Translations that stayed as they were: %s.") % ", ".join(names))
