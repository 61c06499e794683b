"""Rules of the default site."""

from typing import Any

from wagtail.models import Site

from cop_search.models import BestBet, BestBetPage, Synonym
from tests.search.factories import locale


def default_site() -> Any:
    return Site.objects.get(is_default_site=True)


def synonym(words: str, also_finds: str = "", *, language: str = "nl", site: Any = None) -> Synonym:
    return Synonym.objects.create(
        site=site or default_site(), locale=locale(language), words=words, also_finds=also_finds
    )


def best_bet(
    words: str, *pages: Any, within: bool = False, language: str = "nl", site: Any = None
) -> BestBet:
    made = BestBet(
        site=site or default_site(), locale=locale(language), words=words, is_within=within
    )
    made.pages = [BestBetPage(page=page, sort_order=place) for place, page in enumerate(pages)]
    made.save()
    return made
