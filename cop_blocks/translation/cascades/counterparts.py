"""Which rows stand for a page or a snippet in the other languages, and how they are named."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page, get_translatable_models
from wagtail_localize.models import TranslationSource

from cop_blocks.translation.kinds import is_row


def counterparts(instance: Any) -> list[Any]:
    """The translations and aliases of ``instance`` in other languages, where it is their source:
    what is done to a translation is of that translation alone."""
    others = list(
        _model_of(instance)
        ._base_manager.filter(translation_key=instance.translation_key)
        .exclude(pk=instance.pk)
        .exclude(locale=instance.locale_id)
        .select_related("locale")
        .order_by("locale__language_code")
    )
    return others if others and is_source(instance) else []


def is_source(instance: Any) -> bool:
    """By wagtail-localize; what it never saw follows the default language."""
    if getattr(instance, "alias_of_id", None):
        return False
    sources = TranslationSource.objects.filter(object_id=instance.translation_key)
    known = list(sources.values_list("locale", flat=True))
    if known:
        return instance.locale_id in known
    return bool(instance.locale_id == Locale.get_default().pk)


def translatable_snippets() -> list[Any]:
    """The models that are neither pages nor the rows of something else."""
    return [
        model
        for model in get_translatable_models()
        if not (issubclass(model, Page) or is_row(model))
    ]


def key_of(instance: Any) -> str:
    """The name of a row for ``rows``, also when it is deleted."""
    return f"{_model_of(instance)._meta.label_lower}:{instance.pk}"


def rows(keys: Iterable[str]) -> list[Any]:
    """Those that are still there, with their locales, in the order of the keys."""
    wanted: dict[str, list[str]] = {}
    for key in keys:
        label, _, pk = key.partition(":")
        wanted.setdefault(label, []).append(pk)
    found: dict[str, Any] = {}
    for label, pks in wanted.items():
        there = apps.get_model(label)._base_manager.filter(pk__in=pks).select_related("locale")
        found |= {key_of(row): row for row in there}
    return [found[key] for key in keys if key in found]


def row(key: str) -> Any:
    return next(iter(rows([key])), None)


def _model_of(instance: Any) -> Any:
    return Page if isinstance(instance, Page) else type(instance)
