"""The way from the home page down to a page."""

from typing import TYPE_CHECKING, Any

from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest


def trail(page: Any, request: "HttpRequest") -> list[Any]:
    """The live, public pages above ``page``, from the home of its language down, without itself.

    Empty for a page that is not in the tree yet (a preview of a new page).
    """
    from wagtail.models import Site

    if not getattr(page, "pk", None) or not getattr(page, "path", ""):
        return []
    site = Site.find_for_request(request)
    ancestors = list(
        page.get_ancestors().filter(depth__gt=1).live().filter(is_public()).select_related("locale")
    )
    if site is not None:
        home_key = site.root_page.translation_key
        starts = [i for i, ancestor in enumerate(ancestors) if ancestor.translation_key == home_key]
        ancestors = ancestors[starts[0] :] if starts else ancestors
    return ancestors
