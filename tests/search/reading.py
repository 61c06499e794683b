"""Pages read as other programs read them, after all that waits is indexed."""

from typing import Any

import feedparser
from django.test import Client
from wagtail.models import Site

from cop_search import outbox

#: What somebody may write behind a question mark, as it stands in an address.
HOSTILE = [
    '"',
    "'",
    "%00",
    "a%00b",
    "%20%20%20",
    "+",
    "x" * 10_000,
    "woord " * 2_000,
    "word:word",
    "!!! ... ???",
    "een AND (",
    "een* OR NEAR(a b)",
    "-een",
    "%F0%9F%98%80",
    "%ED%A0%80",
    "%FF%FE",
    "\\",
    "&|!():*<>",
    "%25%25%73",
    "_%25_",
    "<script>alert(1)</script>",
    "9999999",
    "-1",
]


def get(url: str, **headers: str) -> Any:
    """The answer to who is not logged in; errors of the server are raised."""
    outbox.work_off()
    Site.clear_site_root_paths_cache()
    return Client(headers={"host": "localhost", **headers}).get(url)


def feed(url: str) -> Any:
    """The Atom feed at an address, valid as feedparser sees it."""
    answer = get(url)
    assert answer.status_code == 200, url
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(answer.content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def titles(url: str) -> list[str]:
    """Of the entries of the feed at an address."""
    return [entry.title for entry in feed(url).entries]
