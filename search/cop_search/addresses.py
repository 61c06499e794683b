"""The addresses of a list: of what is shown, of the same with less, and of what lies below it."""

from dataclasses import replace

from cop_blocks.parts import below
from cop_search.forms import Asked
from cop_search.inquiry import Inquiry


class Addresses(Inquiry):
    """Paths on the site unless said otherwise."""

    def url(self, asked: Asked) -> str:
        query = asked.query_string()
        return f"{self.path}?{query}" if query else self.path

    @property
    def address(self) -> str:
        """The one address of what is shown."""
        return self.url(self.asked.on_page(self.results.page))

    @property
    def canonical_url(self) -> str:
        """The same with scheme and host."""
        return self.root_url + self.address

    @property
    def query_string(self) -> str:
        """What is asked, on its first page; the same in every language."""
        return self.asked.on_page(1).query_string()

    @property
    def clear_url(self) -> str:
        """All filters taken back, the words kept."""
        return self.url(self.asked.without_filters())

    @property
    def feed_query(self) -> str:
        """What is asked, without what a feed knows of itself: its order and its pages."""
        return replace(self.asked, sort=None, page=1).query_string()

    @property
    def feed_url(self) -> str:
        """Path of the Atom feed of this state; empty where the page has none."""
        address = self.address_below("atom")
        return f"{address}?{self.feed_query}" if address and self.feed_query else address

    @property
    def suggests(self) -> bool:
        """Whether its field can ask for suggestions: where the page has the address for it."""
        return bool(self.address_below("suggest"))

    def address_below(self, *path: str) -> str:
        """Of what lies below the page for other programs; empty where nothing does."""
        if self.answers is None or not self.answers(path):
            return ""
        return below(self.path, f"{'/'.join(path)}/")

    @property
    def is_plain(self) -> bool:
        """Whether search engines may list this state: nothing asked, or a single theme."""
        asked = self.asked
        single_theme = list(map(len, asked.chosen.values())) == [1] and "theme" in asked.chosen
        untouched = not (asked.q or any(asked.dates) or asked.only or asked.sort)
        return untouched and (not asked.chosen or single_theme)
