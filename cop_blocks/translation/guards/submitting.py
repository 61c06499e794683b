"""Submitting makes drafts, whatever ``WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE`` says."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import TranslationCreator

from cop_blocks.translation.guards import SUBMIT
from cop_blocks.translation.rights.places import target_in
from cop_blocks.translation.seams import seam

_submitting: ContextVar[bool] = ContextVar("submitting", default=False)


@seam("wagtail_localize.operations:TranslationCreator.create_translations", guard=SUBMIT)
def create_translations(original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What is built inside of it is built because somebody submits, at any depth: related pages
    and snippets come along, and each of them asks its own setting whether to go live."""
    token = _submitting.set(True)
    try:
        return original(*args, **kwargs)
    finally:
        _submitting.reset(token)


@seam("wagtail_localize.models:TranslationSource.create_or_update_translation", guard=SUBMIT)
def create_or_update_translation(
    original: Callable[..., Any],
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> Any:
    """The one place that all builders of a target go through."""
    model = self.specific_content_type.model_class()
    can_be_a_draft = issubclass(model, DraftStateMixin)
    if can_be_a_draft and _submitting.get():
        publish = False
    target = target_in(self, locale)
    if isinstance(target, Page) and target.alias_of_id and not publish:
        # wagtail-localize would make a page of its own of it, with the text of the source, live.
        return target, False
    if target is None and issubclass(model, Page) and copy_parent_pages:
        submit_parent(self.get_source_instance(), locale, user)
    return original(
        self,
        locale,
        user=user,
        publish=publish,
        copy_parent_pages=copy_parent_pages,
        fallback=fallback,
    )


def submit_parent(page: Page, locale: Locale, user: Any) -> None:
    """Wagtail would make live aliases of the pages above; here they are submitted as well, each by
    way of its own parent."""
    parent = page.get_parent()
    if parent is None or parent.is_root():
        return
    same = Page.objects.filter(translation_key=parent.translation_key, locale=locale)
    if not same.exists():
        TranslationCreator(user, [locale]).create_translations(
            parent.specific, include_related_objects=False
        )
