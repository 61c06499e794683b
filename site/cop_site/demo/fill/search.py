from typing import Any

from cop_search.models import BestBet, BestBetPage, Synonym
from cop_site.demo.content.search import BEST_BETS, SYNONYMS
from cop_site.demo.fill.author import LANGUAGES, Author


def fill_search(author: Author) -> None:
    """Synonyms and best bets in both languages."""
    for language in LANGUAGES:
        place = {"site": author.site, "locale": author.locales[language]}
        for words, also_finds in SYNONYMS[language]:
            Synonym.objects.create(words=words, also_finds=also_finds, **place)
        for words, key in BEST_BETS[language]:
            bet: Any = BestBet(words=words, **place)
            bet.pages = [BestBetPage(page_id=author.planned_page(key, language).pk, sort_order=0)]
            bet.save()
