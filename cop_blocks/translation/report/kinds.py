"""The models whose objects are translated, each on its own."""

from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, DateTimeField, Exists, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from wagtail.models import DraftStateMixin, Page, get_page_models, get_translatable_models
from wagtail.snippets.models import get_snippet_models

from cop_blocks.translation.kinds import is_row


@cache
def roots() -> tuple[Any, ...]:
    """The models that hold a locale and a translation key, pages first; rows of a page, which are
    translated with it, are no objects of their own."""
    found = [model for model in get_translatable_models() if not is_row(model)]
    return tuple(sorted(found, key=lambda model: (model is not Page, model._meta.label)))


def snippets() -> list[Any]:
    """Those of :func:`roots` that have an editor in the admin."""
    known = set(get_snippet_models())
    return [model for model in roots() if model in known]


def kinds() -> dict[int, str]:
    """The name of each type of page and snippet that can be translated, by its content type."""
    pages = [model for model in get_page_models() if model is not Page]
    types = ContentType.objects.get_for_models(*pages, *snippets())
    named = {found.pk: model._meta.verbose_name for model, found in types.items()}
    return {key: str(name)[:1].upper() + str(name)[1:] for key, name in named.items()}


def there_is(key: str, locale: str) -> Q:
    """Whether there is an object with this translation key in this language, by the names of the
    outer query."""
    return _any(model._base_manager.filter(**_same(key, locale)) for model in roots())


def live_there(key: str, locale: str) -> Q:
    """The same for what visitors read; an alias shows them the text of the source."""
    return _any(
        model._base_manager.filter(**_same(key, locale), **_as_visitors(model)) for model in roots()
    )


def changed_there(key: str, locale: str) -> Q:
    """The same for a draft that is newer than what visitors read."""
    return _any(
        model._base_manager.filter(**_same(key, locale), has_unpublished_changes=True)
        for model in _with_drafts()
    )


def published_at(key: str, locale: str) -> list[Combinable]:
    """When what visitors read there was published last, for each model with drafts."""
    return [
        Subquery(
            model._base_manager.filter(**_same(key, locale)).values("last_published_at")[:1],
            output_field=DateTimeField(),
        )
        for model in _with_drafts()
    ]


def title_field(model: Any) -> str:
    """The first text of a snippet, by which a database can sort and search it."""
    fields = model._meta.concrete_fields
    return next(
        (each.name for each in fields if isinstance(each, CharField) and not each.choices), ""
    )


def _with_drafts() -> list[Any]:
    return [model for model in roots() if issubclass(model, DraftStateMixin)]


def _same(key: str, locale: str) -> dict[str, OuterRef]:
    return {"translation_key": OuterRef(key), "locale": OuterRef(locale)}


def _as_visitors(model: Any) -> dict[str, Any]:
    if model is Page:
        return {"live": True, "alias_of": None}
    return {"live": True} if issubclass(model, DraftStateMixin) else {}


def _any(querysets: Any) -> Q:
    found = Q()
    for queryset in querysets:
        found |= Q(Exists(queryset))
    return found
