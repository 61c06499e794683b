"""Wagtail tells what happens to pages, by whichever way: a view, in bulk, the API, code, expiry."""

from typing import Any

from django.core.signals import request_finished, request_started
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageViewRestriction, TranslatableMixin
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail.signals import unpublished as wagtail_unpublished

from cop_blocks.translation import conf
from cop_blocks.translation.cascades import CASCADE, pending
from cop_blocks.translation.cascades.acts import ACTS, Act
from cop_blocks.translation.cascades.counterparts import (
    counterparts,
    key_of,
    rows,
    translatable_snippets,
)
from cop_blocks.translation.cascades.following import STAYED, follow, note, title_of

_TARGETS = "_cop_translation_targets"


def connect() -> None:
    request_started.connect(pending.begin)
    request_finished.connect(pending.end)
    page_unpublished.connect(unpublished)
    wagtail_unpublished.connect(snippet_unpublished)
    page_published.connect(published)
    post_page_move.connect(moved)
    for model in (Page, *translatable_snippets()):
        pre_delete.connect(is_going, sender=model)
        post_delete.connect(is_gone, sender=model)
    post_save.connect(hidden_or_shown, sender=PageViewRestriction)
    post_delete.connect(hidden_or_shown, sender=PageViewRestriction)
    m2m_changed.connect(hidden_or_shown, sender=PageViewRestriction.groups.through)


def unpublished(sender: Any, instance: Page, **kwargs: Any) -> None:
    # A page that is deleted while it is live says so here, too; the row in memory may be old.
    if not Page.objects.filter(pk=instance.pk, live=True).exists():
        happened(ACTS["unpublish"], instance)


def snippet_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, TranslatableMixin) and not isinstance(instance, Page):
        happened(ACTS["unpublish"], instance)


def published(sender: Any, instance: Page, alias: bool = False, **kwargs: Any) -> None:
    if not alias:
        happened(ACTS["dates"], instance)


def moved(
    sender: Any, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        happened(ACTS["move"], instance)


def is_going(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Whose translations these are is known only while it is there."""
    if not conf.is_off(CASCADE):
        setattr(instance, _TARGETS, counterparts(instance))


def is_gone(sender: Any, instance: Any, **kwargs: Any) -> None:
    # A part of the tree that is deleted as a whole takes its own along.
    there = rows([key_of(target) for target in getattr(instance, _TARGETS, [])])
    happened(ACTS["delete"], instance, there)


def hidden_or_shown(
    sender: Any, instance: Any, origin: Any = None, action: str = "post_", **kwargs: Any
) -> None:
    """A page that is deleted takes its restriction along; its translations keep theirs."""
    by_a_page = origin is not None and _model_of(origin) is not PageViewRestriction
    if by_a_page or not action.startswith("post_") or not hasattr(instance, "page_id"):
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        happened(ACTS["privacy"], page)


def _model_of(origin: Any) -> Any:
    return origin.model if isinstance(origin, QuerySet) else type(origin)


def happened(act: Act, source: Any, targets: list[Any] | None = None) -> None:
    """By the setting the translations follow at once, or stay until somebody is asked; what stays
    is noted in its history."""
    if conf.is_off(CASCADE):
        return
    known = counterparts(source) if targets is None else targets
    there = None if act.name == "delete" else source
    concerned = [
        each for each in known if act.concerns(each, there) and not pending.is_in_hand(key_of(each))
    ]
    if not concerned:
        return
    user, title = get_active_log_context().user, title_of(source)
    told = pending.Happened(act.name, key_of(source), title)
    if conf.cascade(act.name) == conf.FOLLOW:
        told.outcome = follow(act, concerned, there, user, title)
    else:
        for target in concerned:
            note(STAYED, act, target, user, title)
        told.open = [key_of(target) for target in concerned]
    pending.remember(told)
