"""The header: the home page of the reader's language and what hangs in the menu under it."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Site

from cop_blocks.base_page import Page
from cop_blocks.languages import IN_OWN_LANGUAGE, active_language
from cop_blocks.visibility import is_public


@dataclass(frozen=True, slots=True)
class MenuItem:
    title: str
    url: str
    #: What ``aria-current`` says: "page" on the page itself, "true" below it, else nothing.
    is_current: str


@dataclass(frozen=True, slots=True)
class Home:
    url: str
    children: tuple[MenuItem, ...]


def home(request: HttpRequest) -> Home | None:
    """``None`` where the active language has no live, public home page."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    key = site.root_page.translation_key
    # The home page and whatever is in menus in this language, in one statement.
    pages = list(
        Page.objects.filter(
            Q(translation_key=key) | Q(show_in_menus=True) & IN_OWN_LANGUAGE,
            locale__language_code=active_language(),
        )
        .live()
        .filter(is_public())
        .order_by("path")
    )
    page = next((each for each in pages if each.translation_key == key), None)
    if page is None:
        return None
    children = [each for each in pages if each.is_child_of(page)]
    return Home(
        url=page.get_url(request) or "/",
        children=tuple(_item(child, request) for child in children),
    )


def _item(page: Page, request: HttpRequest) -> MenuItem:
    url = page.get_url(request) or ""
    if request.path == url:
        current = "page"
    else:
        current = "true" if url and request.path.startswith(url) else ""
    return MenuItem(page.title, url, current)
