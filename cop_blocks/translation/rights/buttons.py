"""Buttons and entries of menus are only for who may use them."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from wagtail.models import Page

from cop_blocks.translation.rights.languages import languages_of, page_rights

#: Where wagtail-localize puts “Translate this page” and “Sync translated pages”.
BUTTON_HOOKS = frozenset(
    {
        "register_page_header_buttons",
        "register_page_listing_more_buttons",
        "register_snippet_listing_buttons",
    }
)
_START = frozenset({"add", "change"})
#: Entries of the menu of the edit view that ask for the right to publish.
_OF_PUBLISHERS = frozenset({"localize-restart-translation", "localize-convert-to-alias"})


def only_for_who_may(register: Callable[..., Any]) -> Callable[..., Any]:
    """Nothing for somebody who works in no other language than that of the row: a listing asks for
    each of its rows, so this takes no statement, and the endpoint asks again."""

    @wraps(register)
    def buttons(*args: Any, **kwargs: Any) -> Iterator[Any]:
        instance = args[0] if args else kwargs.get("page") or kwargs.get("snippet")
        user = args[1] if len(args) > 1 else kwargs["user"]
        if works_elsewhere(user, instance):
            yield from register(*args, **kwargs)

    return buttons


def works_elsewhere(user: Any, instance: Any) -> bool:
    """Whether ``user`` may change something in another language than that of ``instance``."""
    own = getattr(instance, "locale_id", None)
    if not isinstance(instance, Page):
        languages = languages_of(user)
        return languages is None or bool(languages - {own})
    if user.is_superuser:
        return True
    return any(page.depth == 1 or page.locale_id != own for page in page_rights(user, _START))


def leave_out(menu_items: list[Any], is_allowed: bool) -> None:
    """Takes the entries of publishers out of the menu of an edit view, in place."""
    if not is_allowed:
        menu_items[:] = [item for item in menu_items if item.name not in _OF_PUBLISHERS]
