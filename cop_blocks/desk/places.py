"""Where a user may put a new page, and in which language they work."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.languages import content_language, content_languages
from cop_blocks.members import MembersEditMixin, member_pages


def page_policy() -> Any:
    """Wagtail's rules about who may do what with pages; Wagtail 8 keeps them in a registry."""
    from wagtail import permissions

    registry = getattr(permissions, "policy_registry", None)
    return registry.get_by_type(Page) if registry else permissions.page_permission_policy


def places(model: Any, user: Any) -> Any:
    """The pages below which ``user`` may add a page of ``model``, in the order of the tree."""
    parents = ContentType.objects.get_for_models(*model.allowed_parent_page_models())
    may_add = page_policy().instances_user_has_any_permission_for(user, {"add"})
    return Page.objects.filter(
        content_type__in=list(parents.values()),
        alias_of__isnull=True,
        pk__in=may_add.order_by().values("pk"),
    ).order_by("path")


def sees_pages(user: Any) -> bool:
    """Whether ``user`` sees any page in the admin."""
    return bool(page_policy().user_has_any_permission(user, EXPLORE))


def explorable(user: Any) -> Any:
    """The keys of all pages that ``user`` sees in the admin, for ``pk__in``."""
    if not sees_pages(user):
        return Page.objects.none().values("pk")
    return page_policy().explorable_instances(user).order_by().values("pk")


def may_edit(model: Any, user: Any) -> Q:
    """A condition for pages of ``model``: those that ``user`` may edit, by the rights of their
    groups or because they edit for the organisation."""
    by_rights = page_policy().instances_user_has_any_permission_for(user, {"change"})
    found = Q(pk__in=by_rights.order_by().values("pk"))
    if issubclass(model, MembersEditMixin):
        found |= Q(pk__in=member_pages(model, user))
    return found


#: Any of these lets a user see pages in the admin.
EXPLORE = frozenset({"add", "change", "publish", "bulk_delete", "lock", "unlock"})


def working_language(user: Any) -> str:
    """The language in which ``user`` starts pages: the site's own, or the first in the order of
    the settings in which they have a right at all (somebody who only writes English)."""
    main = content_language(settings.LANGUAGE_CODE)
    if user.is_superuser:
        return main
    granted = page_policy().get_cached_permissions_for_user(user)
    held = {permission.page.locale_id for permission in granted}
    spoken = set(Locale.objects.filter(pk__in=held).values_list("language_code", flat=True))
    return next((code for code in (main, *content_languages()) if code in spoken), main)


def add_url(model: Any, user: Any, choose_url: str) -> str | None:
    """Where a new page of ``model`` is begun: its form, where there is one place for it in the
    user's language, else ``choose_url``; ``None`` where it may not be made at all."""
    found = list(places(model, user).values_list("pk", "locale__language_code"))
    if not found:
        return None
    language = working_language(user)
    near = [pk for pk, code in found if code == language] or [pk for pk, _ in found]
    if len(near) > 1:
        return choose_url
    return reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, near[0]]
    )


def trails(pages: Iterable[Any]) -> dict[int, str]:
    """Page id -> where it lies, from below the home page: “Sessions › Sessions 2027”. One query."""
    pages = list(pages)
    step = Page.steplen
    above = {page.path[:end] for page in pages for end in range(3 * step, len(page.path), step)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "draft_title"))
    return {
        page.pk: " › ".join(
            [
                *(
                    titles[page.path[:end]]
                    for end in range(3 * step, len(page.path), step)
                    if page.path[:end] in titles
                ),
                page.draft_title or page.title,
            ]
        )
        for page in pages
    }


def shows_languages() -> bool:
    """Whether there is more than one language to tell apart."""
    return getattr(settings, "WAGTAIL_I18N_ENABLED", False) and len(content_languages()) > 1
