"""Wagtail's own cascade (``construct_translated_pages_to_cascade_actions``), which acts without
asking who may: it is given only what the acting person may do."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from wagtail.log_actions import get_active_log_context

from cop_blocks.translation import conf
from cop_blocks.translation.cascades import CASCADE, pending
from cop_blocks.translation.cascades.acts import ACTS
from cop_blocks.translation.cascades.counterparts import counterparts, key_of
from cop_blocks.translation.cascades.settling import settle
from cop_blocks.translation.seams import seam


def pages_to_cascade(pages: list[Any], action: str) -> dict[Any, list[Any]] | None:
    """Where translations follow, Wagtail's page of confirmation says so, and does it. Moves stay
    with us: Wagtail says that they move also where the new place has no page in the language."""
    if conf.is_off(CASCADE) or action not in ("unpublish", "delete"):
        return None
    if conf.cascade(action) != conf.FOLLOW:
        return None
    found = {
        page: [each for each in counterparts(page) if _does(page, each, action)] for page in pages
    }
    pending.take_in_hand({key_of(each) for targets in found.values() for each in targets})
    return found


def _does(page: Any, target: Any, action: str) -> bool:
    """Wagtail deletes only translations whose parent is one of the source's parent."""
    act, user = ACTS[action], get_active_log_context().user
    if not (act.concerns(target, page) and act.may(user, target, page)):
        return False
    if action != "delete":
        return True
    parent, own = page.get_parent(), target.get_parent()
    return bool(parent and own and parent.translation_key == own.translation_key)


def only_what_may_be(found: Any, action: str) -> Any:
    """What another app answers to the hook, less what the person may not do."""
    if not isinstance(found, dict) or action not in ACTS:
        return found
    user, act = get_active_log_context().user, ACTS[action]
    if user is None:
        return found
    return {
        page: [each for each in targets if _may(act, user, each, page)]
        for page, targets in found.items()
    }


def _may(act: Any, user: Any, target: Any, page: Any) -> bool:
    if act.name == "move":
        # The hook comes before the move: Wagtail asks for the new place itself.
        return bool(target.permissions_for_user(user).can_move())
    return bool(act.may(user, target, page))


@seam("wagtail.hooks:get_hooks", guard=CASCADE)
def get_hooks(original: Callable[..., Any], hook_name: str) -> list[Callable[..., Any]]:
    """Wagtail's own app for translations, and a host's, answer without asking who may."""
    found: list[Callable[..., Any]] = original(hook_name)
    if hook_name != "construct_translated_pages_to_cascade_actions":
        return found
    return [_narrowed(each) for each in found]


def _narrowed(answer: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(answer)
    def narrowed(pages: list[Any], action: str) -> Any:
        return only_what_may_be(answer(pages, action), action)

    return narrowed


@seam("wagtail.admin.views.page_privacy:render_modal_workflow", guard=CASCADE)
def render_modal_workflow(
    original: Callable[..., Any], request: HttpRequest, *args: Any, **kwargs: Any
) -> Any:
    """Privacy is set in a dialog, of which Wagtail has no hook."""
    if (kwargs.get("json_data") or {}).get("step") == "set_privacy_done":
        settle(request, may_lead=False)
    return original(request, *args, **kwargs)
