"""Who tells the outbox: whatever changes how, whether or where a page is found.

Handlers write rows only, in the transaction of the change. ``page_published`` is not among them:
Wagtail sends it outside the transaction. Nor is ``post_page_move``; what lies below a moved or
renamed page is seen when that page is saved.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction, ReferenceIndex, Site

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Person, Term, TermLabel, TermRow, Vocabulary
from cop_search.outbox import enqueue, enqueue_tree


def connect() -> None:
    """Called once, in ``ready()``."""
    told: list[tuple[type[Model] | None, Callable[..., None]]] = [
        # Pages of any type: the sender is the page's own class, so it cannot be named here.
        (None, page_changed),
        (PageViewRestriction, privacy_changed),
        (TermRow, term_row_changed),
        (Term, term_changed),
        (TermLabel, term_label_changed),
        (Vocabulary, vocabulary_changed),
        (Organisation, organisation_changed),
        (Person, person_changed),
        (Site, site_changed),
    ]
    for model, handler in told:
        uid = f"cop_search.{handler.__name__}"
        post_save.connect(handler, sender=model, dispatch_uid=uid)
        post_delete.connect(handler, sender=model, dispatch_uid=uid)


def page_changed(
    instance: Any, signal: Any, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if not isinstance(instance, Page):
        return
    if signal is post_save and _may_move(update_fields) and _is_ahead_of_children(instance):
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


def privacy_changed(instance: Any, **kwargs: Any) -> None:
    enqueue_tree(instance.page)


def term_row_changed(instance: Any, **kwargs: Any) -> None:
    enqueue([instance.content_object_id])


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
    enqueue(_pages_that_name(instance, *Person.objects.filter(organisation=instance.pk)))


def person_changed(instance: Any, **kwargs: Any) -> None:
    enqueue(_pages_that_name(instance))


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
