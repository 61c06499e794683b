"""The way from the home page down to a page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cop_blocks.parts import Part


def trail(page: Any, request: "HttpRequest") -> list[Any]:
    """The live, public pages above ``page``, from the home of its language down, without itself.

    Empty for a page that is not in the tree yet (a preview of a new page).
    """
    from wagtail.models import Site

    if not getattr(page, "pk", None) or not getattr(page, "path", ""):
        return []
    # Straight below a home that this request knows there is nothing more to ask.
    parent = page.path[: -page.steplen]
    if home := request.__dict__.get("_cop_homes", {}).get(parent):
        return [home]
    site = Site.find_for_request(request)
    ancestors = list(
        page.get_ancestors().filter(depth__gt=1).live().filter(is_public()).select_related("locale")
    )
    if site is not None:
        home_key = site.root_page.translation_key
        starts = [i for i, ancestor in enumerate(ancestors) if ancestor.translation_key == home_key]
        ancestors = ancestors[starts[0] :] if starts else ancestors
    return ancestors


@dataclass(frozen=True, slots=True)
class Step:
    """One page on the way: its title, its path, and its address with scheme and host."""

    title: str
    url: str
    full_url: str


def steps(page: Any, request: "HttpRequest", part: "Part | None" = None) -> list[Step]:
    """The way to ``page``; with a ``part`` the page that shows it is its last step."""
    pages = trail(page, request)
    if part is not None:
        pages.append(part.page)
    return [
        Step(each.title, each.get_url(request) or "", each.get_full_url(request) or "")
        for each in pages
    ]
