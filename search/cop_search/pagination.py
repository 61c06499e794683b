"""The pages of a list, as links."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """``number`` is ``None`` for the gap between numbers."""

    number: int | None
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where one is in a list, and how to go on. Nothing to show where there is one page."""

    number: int
    pages: int
    links: tuple[PageLink, ...]
    previous_url: str
    next_url: str

    def __bool__(self) -> bool:
        return self.pages > 1


def paginate(number: int, pages: int, url_of: Callable[[int], str]) -> Pagination:
    """The first and last page, the current one and its neighbours, with gaps between."""
    shown = sorted({1, pages, *range(max(1, number - 1), min(pages, number + 1) + 1)})
    links: list[PageLink] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            links.append(PageLink(None))
        links.append(PageLink(page, url_of(page), page == number))
    return Pagination(
        number,
        pages,
        tuple(links),
        url_of(number - 1) if number > 1 else "",
        url_of(number + 1) if number < pages else "",
    )
