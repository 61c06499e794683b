"""Where a list is thin: how much more the same question finds in the site's other languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import get_language_info

from cop_blocks.base_page import Page
from cop_blocks.languages import content_languages
from cop_search.facade import SearchPage, SearchQuery, search_all

if TYPE_CHECKING:
    from cop_blocks.languages import LanguageLink
    from cop_blocks.terms.tree import TermTree

#: A list with fewer than this many hits in all is thin.
THIN = 3


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One other language: what it is called in the reader's own, and where its list is."""

    code: str
    language: str
    total: int
    url: str


def more_elsewhere(
    query: SearchQuery,
    found: Sequence[SearchPage],
    links: Iterable["LanguageLink"],
    *,
    query_string: str = "",
    tree: "TermTree | None" = None,
) -> list[Elsewhere]:
    """What ``query`` finds in other languages and not in this one, where ``found`` is thin.

    ``links`` lead to the list in each language; those that have no translation of it are left out.
    What was found here already is not counted again. Nothing is asked where the list is long
    enough; otherwise a statement for each language and two more, three where there are words.
    """
    others = [link for link in links if link.is_translation and link.code != query.locale]
    if not others or sum(each.total for each in found) >= THIN:
        return []
    here = {hit.page_id for each in found for hit in each.hits} | {*query.exclude_pages}
    known = tuple(_translations(here))
    asked = [
        replace(
            query,
            locale=link.code,
            exclude_pages=known,
            facets=(),
            page=1,
            page_size=1,
            corrects=False,
        )
        for link in others
    ]
    return [
        Elsewhere(
            code=link.code,
            language=_name(link.code),
            total=more.total,
            url=f"{link.url}?{query_string}" if query_string else link.url,
        )
        for link, more in zip(others, search_all(asked, tree=tree), strict=True)
        if more.total
    ]


def _translations(page_ids: Iterable[int]) -> Iterable[int]:
    """The pages themselves among them; no page, no statement."""
    ids = list(page_ids)
    if not ids:
        return ()
    keys = Page.objects.filter(pk__in=ids).order_by().values("translation_key")
    return list(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))


def _name(code: str) -> str:
    """As the reader calls it: "Dutch" in English, "Engels" in Dutch."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return str(content_languages().get(code, code))
