"""What the editor of a page or snippet says of translations that are out of date."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages
from wagtail.models import TranslatableMixin

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.freshness import FRESHNESS
from cop_blocks.translation.models import TranslationState
from cop_blocks.translation.rights.may import may_see


def tell(request: Any, instance: Any) -> None:
    """A message above the form, in one statement where all is fresh."""
    if is_off(FRESHNESS) or request.method != "GET" or not isinstance(instance, TranslatableMixin):
        return
    states = TranslationState.objects.filter(
        translation__source__object_id=instance.translation_key,
        translation__enabled=True,
        # A row may only keep what the live translation was made of.
        changed__gt=0,
    ).select_related("translation__source__locale", "translation__target_locale")
    of_this = []
    for state in states:
        if not may_see(request.user, state.translation):
            continue
        if state.translation.target_locale_id == instance.locale_id:
            _tell_translation(request, state)
        elif state.translation.source.locale_id == instance.locale_id:
            of_this.append(state)
    if of_this:
        _tell_source(request, of_this)


def _tell_translation(request: Any, state: TranslationState) -> None:
    source = state.translation.source
    text = ngettext(
        "Out of date since %(date)s: %(changed)d text of the source (%(language)s) changed. "
        "Visitors go on reading this translation as it is.",
        "Out of date since %(date)s: %(changed)d texts of the source (%(language)s) changed. "
        "Visitors go on reading this translation as it is.",
        state.changed,
    ) % {
        "date": date_format(localtime(state.since), "DATE_FORMAT"),
        "changed": state.changed,
        "language": source.locale.get_display_name(),
    }
    if state.refreshed:
        text = f"{text} {gettext('The changes are below; translate them, and publish.')}"
        messages.warning(request, text)
    else:
        messages.warning(request, text, [_update(request, source, gettext("Take over changes"))])


def _tell_source(request: Any, states: list[TranslationState]) -> None:
    languages = ", ".join(str(each.translation.target_locale) for each in states)
    text = gettext("Out of date since the last publication: %(languages)s.") % {
        "languages": languages
    }
    buttons = []
    if not all(each.refreshed for each in states):
        buttons.append(
            _update(request, states[0].translation.source, gettext("Bring changes to translators"))
        )
    messages.warning(request, text, buttons)


def _update(request: Any, source: Any, label: str) -> Any:
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    return messages.button(f"{url}?{urlencode({'next': request.path})}", label)
