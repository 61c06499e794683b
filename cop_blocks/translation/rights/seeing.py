"""Which translations somebody may know of, as a queryset."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, get_translatable_models
from wagtail_localize.models import Translation

from cop_blocks.translation.rights.languages import languages_of, page_rights
from cop_blocks.translation.rights.models import may_look


def visible(user: Any, translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Those whose target or source lies where ``user`` works: the pages below which they have a
    right, the snippets of a model that they may see, in a language of theirs."""
    if not user.is_active:
        return translations.none()
    if user.is_superuser:
        return translations
    return translations.filter(_on_pages(user) | _of_snippets(user))


def _on_pages(user: Any) -> Q:
    below = Q()
    for page in page_rights(user):
        below |= Q(path__startswith=page.path)
    if not below:
        return Q(pk__in=[])
    pages = Page.objects.filter(below, translation_key=OuterRef("source__object_id")).filter(
        Q(locale=OuterRef("target_locale")) | Q(locale=OuterRef("source__locale"))
    )
    return Q(Exists(pages))


def _of_snippets(user: Any) -> Q:
    models = [
        model
        for model in get_translatable_models(include_subclasses=True)
        if not issubclass(model, Page) and may_look(user, model)
    ]
    if not models:
        return Q(pk__in=[])
    types = ContentType.objects.get_for_models(*models).values()
    found = Q(source__specific_content_type__in=[found.pk for found in types])
    languages = languages_of(user)
    if languages is None:
        return found
    return found & (Q(target_locale__in=languages) | Q(source__locale__in=languages))
