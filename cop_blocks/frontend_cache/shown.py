"""Where something is shown: querysets of pages, a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex, get_page_models

from cop_blocks.base_page import Page
from cop_blocks.finding import kind_of
from cop_blocks.frontend_cache.registry import listings_of, listings_with_names
from cop_blocks.models import Organisation, Person, TermRow
from cop_blocks.streamfield.registry import live_block_names


def showing_in_lists(changed: Iterable[tuple[type, int]]) -> Q:
    """Lists of pages of these (type, locale), and pages whose text holds a live block."""
    by_locale: dict[int, set[type]] = defaultdict(set)
    for model, locale in changed:
        by_locale[locale].add(model)
    found = Q(pk__in=[])
    for locale, models in by_locale.items():
        here = Q(content_type__in=_types(listings_of(models)))
        if any(kind_of(model) for model in models):
            here |= _with_live_blocks()
        found |= Q(locale_id=locale) & here
    return found


def all_lists() -> Q:
    """Every list in every language: what a term or an organisation is called stands on cards."""
    return Q(content_type__in=_types(listings_with_names())) | _with_live_blocks()


def carrying(terms: Collection[int], vocabularies: Collection[int]) -> Q:
    """Pages that carry one of these terms, or a term of these vocabularies."""
    rows = TermRow.objects.filter(Q(tag__in=terms) | Q(tag__vocabulary__in=vocabularies)).order_by()
    return Q(pk__in=rows.values("content_object_id"))


def around(page_ids: Collection[int]) -> set[int]:
    """Pages that name one of these or a translation of it, or that these name. Three queries."""
    keys = Page.objects.filter(pk__in=page_ids).values("translation_key")
    group = Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True)
    ids = [str(pk) for pk in {*group, *page_ids}]
    base = ReferenceIndex._get_base_content_type(Page)
    between = ReferenceIndex.objects.filter(base_content_type=base, to_content_type=base)
    pairs = between.filter(Q(object_id__in=ids) | Q(to_object_id__in=ids))
    found = {int(pk) for pair in pairs.values_list("object_id", "to_object_id") for pk in pair}
    return found - {int(pk) for pk in ids}


def organisations_of(page_ids: Collection[int]) -> set[int]:
    """The organisations that pages name. One query, or none."""
    if not page_ids:
        return set()
    named = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(Page),
        object_id__in=[str(pk) for pk in page_ids],
        to_content_type=ReferenceIndex._get_base_content_type(Organisation),
    )
    return {int(pk) for pk in named.values_list("to_object_id", flat=True)}


def naming(things: Iterable[tuple[type, Any]]) -> set[int]:
    """Pages that name these organisations and people (type, key); two or three queries."""
    by_model: dict[type, set[str]] = defaultdict(set)
    for model, pk in things:
        by_model[model].add(str(pk))
    if organisations := by_model.get(Organisation):
        # A person is shown with the name of the organisation.
        people = Person.objects.filter(organisation__in=organisations)
        by_model[Person] |= {str(pk) for pk in people.values_list("pk", flat=True)}
    base = ReferenceIndex._get_base_content_type(Page)
    return {
        int(pk)
        for model, ids in by_model.items()
        for pk in ReferenceIndex.objects.filter(
            base_content_type=base,
            to_content_type=ReferenceIndex._get_base_content_type(model),
            to_object_id__in=ids,
        ).values_list("object_id", flat=True)
    }


def _types(models: tuple[type, ...]) -> list[int]:
    known = [model for model in get_page_models() if issubclass(model, models)] if models else []
    return [found.pk for found in ContentType.objects.get_for_models(*known).values()]


def _with_live_blocks() -> Q:
    """Pages of any type of which a text holds one; asked within the statement for the pages."""
    found = Q(pk__in=[])
    for model in get_page_models():
        for field in model._meta.get_fields():
            if not isinstance(field, StreamField):
                continue
            names = [name for name in live_block_names() if _may_hold(field.stream_block, name)]
            holds = Q()
            for name in names:
                holds |= Q(cop_text__contains=f'"{name}"')
            if names:
                pages = model._base_manager.annotate(cop_text=Cast(field.name, TextField()))
                found |= Q(pk__in=pages.filter(holds).values("pk"))
    return found


def _may_hold(block: Any, name: str) -> bool:
    children = getattr(block, "child_blocks", {})
    if name in children or any(_may_hold(child, name) for child in children.values()):
        return True
    child = getattr(block, "child_block", None)
    return child is not None and _may_hold(child, name)
