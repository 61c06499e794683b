"""The results page, as ``cop_setup`` makes it."""

from collections.abc import Iterator

from cop_blocks.setup import PagePlan


def pages() -> Iterator[PagePlan]:
    yield PagePlan(
        key="search",
        model="cop_search.SearchPage",
        titles={"en": "Search", "nl": "Zoeken"},
        slugs={"en": "search", "nl": "zoeken"},
        texts={
            "introduction": {
                "en": "Search everything on this site: sessions, support, themes and examples.",
                "nl": "Zoek in alles op deze site: sessies, ondersteuning, thema’s en voorbeelden.",
            }
        },
    )
