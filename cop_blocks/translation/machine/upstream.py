"""Where wagtail-localize calls a translator: its button, and its update of translations."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cop_blocks.translation.machine import MACHINE
from cop_blocks.translation.machine.filling import Outcome, fill
from cop_blocks.translation.machine.host import Failed, Translator, host_translator
from cop_blocks.translation.machine.telling import tell
from cop_blocks.translation.rights.may import may_translate
from cop_blocks.translation.seams import seam

_VIEW = "wagtail_localize.views.edit_translation"
_UPDATE = "wagtail_localize.views.update_translations"
#: What the machine did in a view that has no place to say it.
_outcomes: ContextVar[list[Outcome] | None] = ContextVar("cop_translation_outcomes", default=None)


@seam(f"{_VIEW}:get_machine_translator", guard=MACHINE)
@seam(f"{_UPDATE}:get_machine_translator", guard=MACHINE)
def get_translator(original: Callable[[], Any]) -> Translator | None:
    """A wrong setting takes the button away, not the editor or the form that updates."""
    try:
        return host_translator(original)
    except Failed:
        return None


@seam(f"{_VIEW}:machine_translate", guard=MACHINE)
def machine_translate(
    original: Callable[..., HttpResponse], request: HttpRequest, translation_id: int
) -> HttpResponse:
    if request.method != "POST":
        return original(request, translation_id)
    translation = _for(request.user, translation_id)
    tell(request, fill(translation, request.user))
    next_url = get_valid_next_url_from_request(request)
    return redirect(next_url or reverse("wagtailadmin_home"))


@seam(f"{_UPDATE}:apply_machine_translation", guard=MACHINE)
def apply_machine_translation(
    original: Callable[..., bool], translation_id: int, user: Any, machine_translator: Any
) -> bool:
    outcome = fill(_for(user, translation_id), user)
    outcomes = _outcomes.get()
    if outcomes is not None:
        outcomes.append(outcome)
    return outcome.filled > 0


@seam(f"{_UPDATE}:UpdateTranslationsView.form_valid", guard=MACHINE)
def form_valid(original: Callable[..., HttpResponse], view: Any, form: Any) -> HttpResponse:
    """Says afterwards what the machine did for each language."""
    outcomes: list[Outcome] = []
    token = _outcomes.set(outcomes)
    try:
        response = original(view, form)
    finally:
        _outcomes.reset(token)
    for outcome in outcomes:
        tell(view.request, outcome)
    return response


def _for(user: Any, translation_id: int) -> Translation:
    translations = Translation.objects.select_related("source__locale", "target_locale")
    translation: Translation = get_object_or_404(translations, pk=translation_id)
    if not may_translate(user, translation):
        raise PermissionDenied
    return translation
