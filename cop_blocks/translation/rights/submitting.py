"""The rules of endpoints that ask for translations, or bring a source's changes to them."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import TranslationSource

from cop_blocks.translation.rights import may
from cop_blocks.translation.rights.places import target_or_none


def submits_page(request: HttpRequest, page_id: int, **kwargs: Any) -> bool:
    return _submits(request, get_object_or_404(Page, pk=page_id).specific)


def submits_snippet(
    request: HttpRequest, app_label: str, model_name: str, pk: str, **kwargs: Any
) -> bool:
    model = get_snippet_model_from_url_params(app_label, model_name)
    if not issubclass(model, TranslatableMixin):
        raise Http404
    return _submits(request, get_object_or_404(model, pk=unquote(pk)))


def _submits(request: HttpRequest, source: Any) -> bool:
    """Each of the languages that are asked for; to look at the form, one of them."""
    asked = [int(key) for key in request.POST.getlist("locales") if key.isdecimal()]
    if asked and request.method == "POST":
        locales = list(Locale.objects.filter(pk__in=asked))
        return all(may.may_submit(request.user, source, locale) for locale in locales)
    return bool(locales_for(request.user, source))


def locales_for(user: Any, source: Any) -> list[Locale]:
    """The languages into which ``user`` may have ``source`` translated."""
    return [
        locale
        for locale in Locale.objects.exclude(pk=source.locale_id)
        if may.may_submit(user, source, locale)
    ]


def updates(request: HttpRequest, translation_source_id: int, **kwargs: Any) -> bool:
    """Changes of a source reach all its translations: one of them has to be theirs. What writes
    or publishes them asks for the right on each."""
    user = request.user
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    translations = list(source.translations.filter(enabled=True).select_related("target_locale"))
    theirs = [each for each in translations if may.may_translate(user, each)]
    if not (user.has_perm(may.SUBMIT) and theirs):
        return False
    if request.POST.get("use_machine_translation") and theirs != translations:
        return False
    if request.POST.get("publish_translations"):
        targets = [target_or_none(each) for each in translations]
        return all(target is not None and may.may_publish(user, target) for target in targets)
    return True
