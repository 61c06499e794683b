"""What a visitor of a language, or a program, can get of the site: every address, and its text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from icalendar import Calendar
from lxml import etree
from wagtail.models import Page

from cop_blocks import feeds
from cop_blocks.models import Organisation, OrganisationIndexPage
from cop_search import finder_page
from cop_search.finder_page import FinderPageMixin

#: Of no language, or a picture.
ELSEWHERE = ("/static/", "/media/", "/documents/")


@dataclass(slots=True)
class Read:
    text: str
    #: Where it leads on this site.
    ways: set[str]
    #: What its head names as versions of it, by language; ``None`` for what is no page.
    versions: dict[str, str] | None


def read_all(language: str) -> dict[str, Read]:
    answers = {path: get(path) for path in addresses(language)}
    return {
        path: Read(text_of(answer), ways(answer), versions(answer))
        for path, answer in answers.items()
    }


def addresses(language: str) -> Iterator[str]:
    """Of all live pages in a language, and of what lies below them."""
    for page in Page.objects.live().filter(locale__language_code=language, depth__gt=1).specific():
        if type(page) is Page:
            continue
        url = page.get_url()
        yield url
        for path in below(page):
            yield f"{url}{path}"


def below(page: Any) -> Iterator[str]:
    """Feeds, also of a theme; what programs ask; the pages of organisations."""
    for path in feeds.paths_of(type(page)):
        yield from (path, f"{path}een/")
    if isinstance(page, FinderPageMixin):
        yield from ("/".join((*path, "")) for path in finder_page._ANSWERS)
    if hasattr(page, "calendar_file"):
        yield "ics/"
    if isinstance(page, OrganisationIndexPage):
        yield from (f"{slug}/" for slug in Organisation.objects.values_list("slug", flat=True))


def get(path: str) -> Any:
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer


def text_of(answer: Any) -> str:
    """All of it, also what is said in attributes, without the ways to other languages."""
    kind, content = answer["Content-Type"].partition(";")[0], answer.content
    if kind == "text/html":
        soup = BeautifulSoup(content, "html.parser")
        for link in soup.select("[hreflang]"):
            link.decompose()
        return str(soup)
    if kind == "text/calendar":
        # Without the folds of its lines.
        return "\n".join(
            f"{name}: {value}" for name, value in Calendar.from_ical(content).property_items()
        )
    if kind == "application/json":
        return json.dumps(json.loads(content), ensure_ascii=False)
    return str(content.decode())


def ways(answer: Any) -> set[str]:
    """Where a page leads on this site, without what is asked there."""
    if not is_page(answer):
        return set()
    found = set()
    for tag in BeautifulSoup(answer.content, "html.parser").select("[href], [src], [action]"):
        for name in ("href", "src", "action"):
            path = str(tag.get(name, "")).removeprefix("http://localhost")
            if path.startswith("/") and not path.startswith(ELSEWHERE) and not tag.get("hreflang"):
                found.add(path.partition("#")[0].partition("?")[0])
    return found


def versions(answer: Any) -> dict[str, str] | None:
    """The addresses under ``hreflang`` in the head of a page."""
    if not is_page(answer):
        return None
    links = BeautifulSoup(answer.content, "html.parser").select("head link[hreflang]")
    found = [(str(link["hreflang"]), str(link["href"])) for link in links]
    assert len(dict(found)) == len(found), "a language stands there twice"
    return dict(found)


def is_page(answer: Any) -> bool:
    return bool(answer["Content-Type"].startswith("text/html"))


def sitemap() -> list[tuple[str, dict[str, str]]]:
    """Each address of the sitemap with the versions that it names."""
    root = etree.fromstring(get("/sitemap.xml").content)
    return [
        (
            str(url.findtext("{*}loc")),
            {str(link.get("hreflang")): str(link.get("href")) for link in url.iter("{*}link")},
        )
        for url in root
    ]
