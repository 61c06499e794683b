"""What visitors ask of the corpus: words by how many pages have them, and choices by chance."""

import random
from collections import Counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.corpus.models import SupportPage
from benchmarks.corpus.terms import VOCABULARIES
from benchmarks.corpus.words import Words
from cop_search.facade import SearchQuery, search

FACETS = (*VOCABULARIES, "state")
_LOOKED_AT = 400


def usual_and_widest() -> tuple[list[str], str]:
    """Words that a ninth of the Dutch pages have in one form or another, and the one that most
    have."""
    texts = SupportPage.objects.filter(locale__language_code="nl").order_by("pk")[:_LOOKED_AT]
    counted = Counter(
        word
        for page in texts
        for word in set(f"{page.title} {page.summary} {page.text}".lower().split())
    )
    small = set(Words("nl").small)
    often = [word for word, _ in counted.most_common(250) if word not in small]
    pages = search(SearchQuery(locale="nl")).total
    finds = {word: search(SearchQuery(locale="nl", q=word)).total for word in often}
    usual = sorted(finds, key=lambda word: abs(finds[word] / pages - 0.11))
    return usual[:20], max(finds, key=lambda word: finds[word])


def query(word: str, chance: random.Random | None = None) -> SearchQuery:
    """Ten cards and all facets; with ``chance`` options of none to all five vocabularies."""
    filters: dict[str, tuple[str, ...]] = {}
    if chance:
        for code in chance.sample(list(VOCABULARIES), chance.randint(0, len(VOCABULARIES))):
            size = VOCABULARIES[code][1]
            numbers = chance.sample(range(size), min(size, chance.randint(1, 3)))
            filters[code] = tuple(f"{code}-{number}" for number in numbers)
    return SearchQuery(locale="nl", q=word, filters=filters, facets=FACETS, page_size=10)


def statements(word: str) -> int:
    """How many the facade issues where something is chosen everywhere."""
    filters = {code: (f"{code}-0", f"{code}-1") for code in VOCABULARIES}
    with CaptureQueriesContext(connection) as counted:
        search(SearchQuery(locale="nl", q=word, filters=filters, facets=FACETS))
    return len(counted)
