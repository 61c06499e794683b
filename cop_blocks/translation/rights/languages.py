"""In which languages somebody works: those of the pages that their groups have rights on."""

from typing import Any

from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

#: The rights that show a page in the explorer of Wagtail, less those over files.
WORK = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})


def works_in(user: Any, locale: Locale) -> bool:
    """Whether ``user`` works in ``locale``, for what has no place in a tree.

    Somebody with a right on the root of the tree, or on no page at all, is not bound to a
    language: then the permissions for the model alone decide, as in Wagtail.
    """
    languages = languages_of(user)
    return languages is None or locale.pk in languages


def languages_of(user: Any) -> set[int] | None:
    """The keys of the locales, or ``None`` for all of them. No statement where Wagtail has the
    permissions of ``user`` in memory already."""
    if not user.is_active:
        return set()
    if user.is_superuser:
        return None
    pages = page_rights(user)
    if not pages or any(page.depth == 1 for page in pages):
        return None
    return {page.locale_id for page in pages}


def page_rights(user: Any, actions: frozenset[str] = WORK) -> list[Any]:
    """The pages on which ``user`` was given one of these rights."""
    return [
        held.page
        for held in page_permission_policy.get_cached_permissions_for_user(user)
        if held.permission.codename.rsplit("_", 1)[0] in actions
    ]
