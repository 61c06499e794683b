"""How a page of the corpus is found: as a host's own page type is."""

from typing import Any

from cop_blocks.finding import Kind, PageEntry

KIND = Kind("support-page", "support", "support", has_states=True)


def entry(page: Any) -> PageEntry:
    return PageEntry(
        title=page.title,
        summary=page.summary,
        text=page.text,
        closes=page.closes,
        sort_date=page.first_published_at,
    )
