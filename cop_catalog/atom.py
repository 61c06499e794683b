"""What is new in a list, as an Atom feed: read through the same facade as the list itself."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from wagtail.models import Site

from cop_blocks.base_page import Page
from cop_blocks.conditional import conditional
from cop_blocks.feeds_below import THEME, FeedTheme
from cop_blocks.head import site_name
from cop_blocks.parts import below
from cop_blocks.terms.labels import term_labels
from cop_search.facade import Hit, SearchQuery, Sort, search

#: The last part of the feed's address, below that of the list.
ATOM_PATH = "atom"
#: Of so many of the newest a reader is told.
ENTRIES = 30
#: What XML cannot hold, though a title can.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class _Feed(Atom1Feed):
    """One that does not change by itself: an empty feed is as old as its list."""

    def latest_post_date(self) -> datetime:
        moments: list[datetime] = [item["updateddate"] for item in self.items]
        made_at: datetime = self.feed["made_at"]
        return max(moments, default=made_at)


def atom_response(
    page: Any, request: HttpRequest, kind: str, theme: FeedTheme | None
) -> HttpResponse:
    """The newest pages of a kind in the language and on the site of ``page``, which lists them."""
    feed = atom_feed(page, request, kind, theme)
    content = feed.writeString("utf-8").encode()
    return conditional(request, content, feed.content_type, feed.latest_post_date())


def atom_feed(page: Any, request: HttpRequest, kind: str, theme: FeedTheme | None) -> Any:
    """Constant in statements, whatever stands in it."""
    language = page.locale.language_code
    site = Site.find_for_request(request)
    found = search(
        SearchQuery(
            locale=language,
            kinds=(kind,),
            filters={THEME: (theme.code,)} if theme else {},
            sort=Sort.NEWEST,
            page_size=ENTRIES,
            site_id=site.pk if site else None,
        )
    )
    address = page.get_full_url(request) or ""
    path = f"{page.feed_path}/{theme.code}/" if theme else f"{page.feed_path}/"
    feed = _Feed(
        title=_clean(f"{page.title} – {theme.label}" if theme else page.title),
        link=f"{address}?{THEME}={theme.code}" if theme else address,
        description=None,
        subtitle=_clean(page.cop_description) or None,
        language=language,
        feed_url=below(address, path),
        feed_guid=_urn(page.translation_key, f"{language}/{path}"),
        author_name=_clean(site_name(request)) or None,
        made_at=page.first_published_at or _LONG_AGO,
    )
    for entry in _entries(found.hits, request, language):
        feed.add_item(**entry)
    return feed


def _entries(hits: Iterable[Hit], request: HttpRequest, language: str) -> Iterable[dict[str, Any]]:
    hits = list(hits)
    names = term_labels(language)
    rows = Page.objects.filter(pk__in=[hit.page_id for hit in hits]).values_list(
        "pk",
        "translation_key",
        "first_published_at",
        "last_published_at",
        "latest_revision_created_at",
    )
    known = {pk: facts for pk, *facts in rows}
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
            "author_name": _clean(", ".join(authors)) or None,
            "categories": [
                _clean(names.label(vocabulary, code))
                for vocabulary, codes in hit.terms.items()
                for code in codes
            ],
        }


def _urn(translation_key: uuid.UUID, name: str) -> str:
    """An identity that no change of title, address or row touches; each language has its own."""
    return uuid.uuid5(translation_key, name).urn


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
