"""Who tells the outbox: whatever changes how, whether or where a page is found.

Handlers write rows only, in the transaction of the change. ``page_published`` is not among them:
Wagtail sends it outside the transaction. Nor is ``post_page_move``; what lies below a moved or
renamed page is seen when that page is saved.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.models import Locale, PageViewRestriction, ReferenceIndex, Site
from wagtail.snippets.models import get_snippet_models

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Person, Term, TermLabel, TermRow, Vocabulary
from cop_search.outbox import enqueue, enqueue_tree


def connect() -> None:
    """Called once, in ``ready()``."""
    told: list[tuple[type[Model] | None, Callable[..., None]]] = [
        # Pages of any type, their rows, and what a text shows by its name: of the host's own
        # classes too, so they cannot be named here.
        (None, page_changed),
        (None, row_changed),
        (None, chosen_thing_changed),
        (PageViewRestriction, privacy_changed),
        (Term, term_changed),
        (TermLabel, term_label_changed),
        (Vocabulary, vocabulary_changed),
        (Organisation, organisation_changed),
        (Site, site_changed),
        (Locale, locale_changed),
    ]
    for model, handler in told:
        uid = f"cop_search.{handler.__name__}"
        post_save.connect(handler, sender=model, dispatch_uid=uid)
        post_delete.connect(handler, sender=model, dispatch_uid=uid)
    uid = "cop_search.privacy_about_to_change"
    pre_save.connect(privacy_about_to_change, sender=PageViewRestriction, dispatch_uid=uid)


def page_changed(
    instance: Any,
    signal: Any,
    update_fields: frozenset[str] | None = None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """``loaddata`` saves each row as it is (``raw``), so a page does not know its path yet."""
    if not isinstance(instance, Page):
        return
    moves = signal is post_save and not raw and _may_move(update_fields)
    if moves and _is_ahead_of_children(instance):
        enqueue_tree(instance)
    else:
        enqueue([instance.pk])


def _may_move(update_fields: frozenset[str] | None) -> bool:
    return update_fields is None or bool({"slug", "url_path"} & update_fields)


def _is_ahead_of_children(page: Any) -> bool:
    """Wagtail saves a moved or renamed page first and gives those below their new paths after it,
    in the same transaction: in between, a child does not lie under its parent."""
    children = Page.objects.filter(path__startswith=page.path, depth=page.depth + 1)
    child = children.order_by("path").values_list("url_path", flat=True).first()
    return child is not None and not child.startswith(page.url_path)


def row_changed(instance: Any, **kwargs: Any) -> None:
    """A row that belongs to a page, saved with the page or alone."""
    enqueue(getattr(instance, name) for name in _keys_of_pages(instance._meta.model))


@cache
def _keys_of_pages(model: type[Model]) -> tuple[str, ...]:
    """Columns that hold the page to which a row belongs."""
    return tuple(
        field.attname
        for field in model._meta.concrete_fields
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page)
    )


def chosen_thing_changed(instance: Any, **kwargs: Any) -> None:
    """A snippet (an organisation, a person, one of the host's) or a document."""
    if isinstance(instance, get_document_model()) or type(instance) in get_snippet_models():
        enqueue(_pages_that_name(instance))


def privacy_changed(instance: Any, **kwargs: Any) -> None:
    enqueue_tree(instance.page)


def privacy_about_to_change(instance: Any, **kwargs: Any) -> None:
    """A restriction that goes to another page leaves one behind."""
    for before in PageViewRestriction.objects.filter(pk=instance.pk).exclude(page=instance.page_id):
        enqueue_tree(before.page)


def term_changed(instance: Any, **kwargs: Any) -> None:
    _enqueue_term(instance.pk)


def term_label_changed(instance: Any, **kwargs: Any) -> None:
    _enqueue_term(instance.term_id)


def vocabulary_changed(instance: Any, **kwargs: Any) -> None:
    rows = TermRow.objects.filter(tag__vocabulary=instance.pk).order_by()
    enqueue(rows.values_list("content_object_id", flat=True).distinct())


def _enqueue_term(term_id: int) -> None:
    rows = TermRow.objects.filter(tag=term_id).order_by()
    enqueue(rows.values_list("content_object_id", flat=True).distinct())


def organisation_changed(instance: Any, **kwargs: Any) -> None:
    """Its people may be named with it."""
    enqueue(_pages_that_name(*Person.objects.filter(organisation=instance.pk)))


def _pages_that_name(*objects: Any) -> set[int]:
    """By Wagtail's own books of who refers to what."""
    base = ReferenceIndex._get_base_content_type(Page)
    return {
        int(reference)
        for named in objects
        for reference in ReferenceIndex.get_references_to(named)
        .filter(base_content_type=base)
        .values_list("object_id", flat=True)
    }


def site_changed(instance: Any, **kwargs: Any) -> None:
    """A site shows another tree: addresses change, and what lies under no site has none."""
    enqueue(Page.objects.filter(depth__gt=1).values_list("pk", flat=True))


def locale_changed(instance: Any, **kwargs: Any) -> None:
    """A locale that got another language code."""
    enqueue(Page.objects.filter(locale=instance.pk).values_list("pk", flat=True))
