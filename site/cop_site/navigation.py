"""The header: the home page of the reader's language and what hangs in the menu under it."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Site

from cop_blocks.around import pages_around, speaks_its_language
from cop_blocks.base_page import Page
from cop_blocks.languages import active_language


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
    language = active_language()
    pages = [page for page in pages_around(request) if page.locale.language_code == language]
    page = next(
        (each for each in pages if each.translation_key == site.root_page.translation_key), None
    )
    if page is None:
        return None
    children = [
        each
        for each in pages
        if each.show_in_menus and speaks_its_language(each) and each.is_child_of(page)
    ]
    return Home(
        url=page.get_url(request) or "/",
        children=tuple(_item(child, request) for child in children),
    )


def in_menus(request: HttpRequest) -> Q:
    """What is read along with the other pages around."""
    return Q(show_in_menus=True)


def _item(page: Page, request: HttpRequest) -> MenuItem:
    url = page.get_url(request) or ""
    if request.path == url:
        current = "page"
    else:
        current = "true" if url and request.path.startswith(url) else ""
    return MenuItem(page.title, url, current)
