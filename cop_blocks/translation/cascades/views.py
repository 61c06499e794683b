"""The question: what do the translations do, now that this happened to their source?"""

from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from cop_blocks.translation.cascades import pending
from cop_blocks.translation.cascades.acts import ACTS, Act
from cop_blocks.translation.cascades.counterparts import key_of, row, rows
from cop_blocks.translation.cascades.following import Outcome, follow, shown
from cop_blocks.translation.cascades.settling import read, tell


@dataclass(frozen=True, slots=True)
class Choice:
    source: Any
    title: str
    target: Any
    key: str
    name: str


@require_http_methods(["GET", "POST"])
def what_follows(request: HttpRequest, act: str) -> HttpResponse:
    """By POST each translation that is checked follows, where the person still may."""
    if act not in ACTS:
        raise Http404
    try:
        choices = choices_of(request, ACTS[act])
    except BadSignature:
        messages.error(request, _("This question is not open any more."))
        return redirect("wagtailadmin_home")
    then = get_valid_next_url_from_request(request)
    if request.method == "POST" or not choices:
        asked = request.POST.getlist("page") if "follow" in request.POST else []
        chosen = [choice for choice in choices if choice.key in asked]
        tell(request, done(ACTS[act], chosen, request.user))
        # Their own aliases and translations are no news.
        pending.take()
        return redirect(then or "wagtailadmin_home")
    context = {
        "act": ACTS[act],
        "choices": choices,
        "of": request.GET.get("of", ""),
        "next": then,
        "page_title": _("What do the translations do?"),
        "header_title": _("What do the translations do?"),
        "header_icon": "site",
    }
    return TemplateResponse(request, "cop_translation/cascades/follow.html", context)


def done(act: Act, chosen: list[Choice], user: Any) -> Outcome:
    """Acts on each as it is by then: a page that is deleted takes those beneath it along."""
    outcome = Outcome()
    for choice in chosen:
        target = row(choice.key)
        if target is None:
            outcome.followed.append(choice.name)
            continue
        one = follow(act, [target], choice.source, user, choice.title)
        outcome.followed += one.followed
        outcome.stayed += one.stayed
    return outcome


def choices_of(request: HttpRequest, act: Act) -> list[Choice]:
    """Those that the signed text names, that are still there and still concerned. Raises
    ``BadSignature`` for a text that is not ours, or is too old."""
    found: list[Choice] = []
    for key, title, targets in read(request.POST.get("of") or request.GET.get("of", "")):
        source = row(key)
        for target in rows(targets):
            if act.concerns(target, source) and act.may(request.user, target, source):
                found.append(Choice(source, title, target, key_of(target), shown(target)))
    return found
