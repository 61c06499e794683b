"""What is new in a list, as an Atom feed: read by the same finder as the list itself, so that any
state of its filters has one."""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from cop_blocks.base_page import Page
from cop_blocks.conditional import conditional
from cop_blocks.feeds_below import THEME, FeedTheme
from cop_blocks.head import site_name
from cop_blocks.parts import below
from cop_search.facade import Hit, Sort, search
from cop_search.finder import Finder

#: The last part of the feed's address, below that of the list.
ATOM_PATH = "atom"
#: Of so many of the newest a reader is told.
ENTRIES = 30
#: For how long a feed may be kept without asking again, in seconds: that of a state of the filters
#: cannot be purged.
MAX_AGE = 5 * 60
#: What XML cannot hold, though a title can.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class _Feed(Atom1Feed):
    """One that does not change by itself: an empty feed is as old as its list."""

    def latest_post_date(self) -> datetime:
        moments: list[datetime] = [item["updateddate"] for item in self.items]
        made_at: datetime = self.feed["made_at"]
        return max(moments, default=made_at)


@dataclass(frozen=True, slots=True)
class _State:
    """Which state of a list a feed follows: in words, and as parts of addresses."""

    words: tuple[str, ...]
    #: Of the feed, below the list.
    path: str
    #: Of the list and of the feed; starts with a question mark, or is empty.
    query: str
    feed_query: str


def atom_response(page: Any, request: HttpRequest, theme: FeedTheme | None = None) -> HttpResponse:
    """The newest of what ``page`` finds in the state of the request; or of one theme, at the
    address of that theme."""
    feed = atom_feed(page, request, theme)
    content = feed.writeString("utf-8").encode()
    return conditional(request, content, feed.content_type, feed.latest_post_date(), MAX_AGE)


def atom_feed(page: Any, request: HttpRequest, theme: FeedTheme | None = None) -> Any:
    """Constant in statements, whatever stands in it."""
    language = page.locale.language_code
    finder: Finder = page.finder(request)
    state = _of_theme(theme) if theme else _of_request(finder)
    query = replace(
        finder.query, facets=(), corrects=False, sort=Sort.NEWEST, page=1, page_size=ENTRIES
    )
    if theme:
        query = replace(query, filters={**query.filters, THEME: (theme.code,)})
    found = search(query, tree=finder.tree)
    address = page.get_full_url(request) or ""
    feed = _Feed(
        title=_clean(" – ".join([page.title, *filter(None, [", ".join(state.words)])])),
        link=f"{address}{state.query}",
        description=None,
        subtitle=_clean(getattr(page, "cop_description", "") or "") or None,
        language=language,
        feed_url=f"{below(address, state.path)}{state.feed_query}",
        feed_guid=_urn(page.translation_key, f"{language}/{state.path}{state.feed_query}"),
        author_name=_clean(site_name(request)) or None,
        made_at=page.first_published_at or _LONG_AGO,
    )
    for entry in _entries(found.hits, request, language, finder.labels.label):
        feed.add_item(**entry)
    return feed


def _of_theme(theme: FeedTheme) -> _State:
    return _State((theme.label,), f"{ATOM_PATH}/{theme.code}/", f"?{THEME}={theme.code}", "")


def _of_request(finder: Finder) -> _State:
    query = f"?{finder.feed_query}" if finder.feed_query else ""
    return _State(finder.state_in_words, f"{ATOM_PATH}/", query, query)


def _entries(
    hits: Iterable[Hit], request: HttpRequest, language: str, label: Any
) -> Iterable[dict[str, Any]]:
    hits = list(hits)
    known = _moments(hit.page_id for hit in hits)
    for hit in hits:
        if hit.page_id not in known:
            continue
        key, published, changed, written = known[hit.page_id]
        published = published or changed or written or _LONG_AGO
        authors = hit.card.get("providers") or hit.card.get("organisations") or ()
        yield {
            "title": _clean(hit.title),
            "link": request.build_absolute_uri(hit.url),
            # Atom calls it HTML.
            "description": escape(_clean(hit.summary)),
            "pubdate": published,
            "updateddate": changed or published,
            "unique_id": _urn(key, language),
            "author_name": _clean(", ".join(map(str, authors))) or None,
            "categories": [
                _clean(label(vocabulary, code))
                for vocabulary, codes in hit.terms.items()
                for code in codes
            ],
        }


def _moments(page_ids: Iterable[int]) -> Mapping[int, list[Any]]:
    """Page id -> its translation key, and when it was first and last published and written."""
    rows = Page.objects.filter(pk__in=list(page_ids)).values_list(
        "pk",
        "translation_key",
        "first_published_at",
        "last_published_at",
        "latest_revision_created_at",
    )
    return {pk: facts for pk, *facts in rows}


def _urn(translation_key: uuid.UUID, name: str) -> str:
    """An identity that no change of title, address or row touches; each language has its own."""
    return uuid.uuid5(translation_key, name).urn


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
