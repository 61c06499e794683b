"""May somebody do this? The questions that every part asks before it acts.

A page answers by its permissions in the tree of the *target* language; where the target is not
there yet, by those of its nearest ancestor that is. A snippet answers by the permissions for its
model, and somebody who has rights on the pages of some languages only translates snippets into
those.
"""

from typing import Any

from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import Translation

from cop_blocks.translation.rights.languages import works_in
from cop_blocks.translation.rights.models import has
from cop_blocks.translation.rights.places import (
    place_of,
    source_of,
    target_of,
    target_or_none,
)
from cop_blocks.translation.rights.seeing import visible

__all__ = [
    "may_approve",
    "may_convert",
    "may_delete",
    "may_publish",
    "may_see",
    "may_start",
    "may_stop",
    "may_submit",
    "may_translate",
    "visible",
]

SUBMIT = "wagtail_localize.submit_translation"


def may_start(user: Any, source_object: Any, locale: Locale) -> bool:
    """Whether a translation into ``locale`` may come about by this person: they may add or change
    where it is to stand."""
    if user.is_active and user.is_superuser:
        return True
    if isinstance(source_object, Page):
        held = _rights_on(user, place_of(source_object, locale))
        return held is None or bool(held & {"add", "change"})
    model = type(source_object)
    action = "change" if target_of(source_object, locale) else "add"
    return works_in(user, locale) and (has(user, action, model) or has(user, "change", model))


def may_submit(user: Any, source_object: Any, locale: Locale) -> bool:
    """Whether they may ask for it: with the permission to submit, too."""
    return user.has_perm(SUBMIT) and may_start(user, source_object, locale)


def may_translate(user: Any, translation: Translation) -> bool:
    """Whether they may write its text."""
    target = target_or_none(translation)
    if target is not None:
        return _may_change(user, target)
    source = source_of(translation)
    if isinstance(source, Page):
        held = _rights_on(user, place_of(source, translation.target_locale))
        return held is None or "change" in held
    return source is not None and (
        works_in(user, translation.target_locale) and has(user, "change", type(source))
    )


def may_approve(user: Any, translation: Translation) -> bool:
    """Whether their word makes a machine's text a person's: who may write it may vouch for it."""
    return may_translate(user, translation)


def may_publish(user: Any, target: Any) -> bool:
    """Whether they may put ``target``, a page or a snippet, in front of visitors."""
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_publish())
    action = "publish" if isinstance(target, DraftStateMixin) else "change"
    return works_in(user, target.locale) and has(user, action, type(target))


def may_delete(user: Any, snippet: Any) -> bool:
    """Whether they may take a snippet away; of a page Wagtail knows (``can_delete``)."""
    return works_in(user, snippet.locale) and has(user, "delete", type(snippet))


def may_stop(user: Any, translation: Translation) -> bool:
    """Whether they may let the target go its own way, or take it back: what visitors read changes
    its author by it, so it asks for the right to publish."""
    target = target_or_none(translation)
    if target is not None:
        return _may_change(user, target) and may_publish(user, target)
    source = source_of(translation)
    if isinstance(source, Page):
        held = _rights_on(user, place_of(source, translation.target_locale))
        return held is None or {"change", "publish"} <= held
    return may_translate(user, translation)


def may_convert(user: Any, page: Page) -> bool:
    """Whether they may make an alias of ``page``: its text goes, the source's is in its place."""
    return _may_change(user, page) and may_publish(user, page)


def may_see(user: Any, translation: Translation) -> bool:
    """Whether they may know of it: the rule of ``visible``."""
    return visible(user, Translation.objects.filter(pk=translation.pk)).exists()


def _may_change(user: Any, target: Any) -> bool:
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_edit())
    return works_in(user, target.locale) and has(user, "change", type(target))


def _rights_on(user: Any, page: Page) -> set[str] | None:
    """The names of what ``user`` may do at and below ``page``; ``None``: everything."""
    if not user.is_active:
        return set()
    if user.is_superuser:
        return None
    return set(page.permissions_for_user(user).permissions)
