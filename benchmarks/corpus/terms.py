"""Five vocabularies with 147 terms: three that match exactly, one within, one tree by overlap."""

import random
from itertools import accumulate

from cop_blocks.models import Term, TermLabel, Vocabulary, VocabularyLabel

#: Code -> how it matches, how many terms (a tree of a country and provinces for the regions), and
#: how many of them a page has at most.
VOCABULARIES = {
    "theme": ("exact", 4, 2),
    "support": ("within", 20, 2),
    "audience": ("exact", 28, 3),
    "sector": ("exact", 12, 2),
    "region": ("overlap", 83, 1),
}
_PROVINCES = 12


def make() -> None:
    """All of them, with labels in both languages."""
    for place, (code, (match, size, _)) in enumerate(VOCABULARIES.items()):
        # A new site has vocabularies of some of these names.
        vocabulary, _made = Vocabulary.objects.update_or_create(
            code=code,
            defaults={"match": match, "is_hierarchical": match != "exact", "sort_order": place},
        )
        for language in ("nl", "en"):
            VocabularyLabel.objects.update_or_create(
                vocabulary=vocabulary, language=language, defaults={"label": code}
            )
        made: list[Term] = []
        for number in range(size):
            term = f"{code}-{number}"
            above = _above(code, number)
            made.append(
                Term.objects.create(
                    vocabulary=vocabulary,
                    code=term,
                    name=f"{code}.{term}",
                    slug=f"{code}--{term}",
                    broader=None if above is None else made[above],
                    sort_order=number,
                )
            )
        TermLabel.objects.bulk_create(
            TermLabel(term=term, language=language, label=f"{code} {term.sort_order}")
            for term in made
            for language in ("nl", "en")
        )


def _above(code: str, number: int) -> int | None:
    if code == "region":
        if number == 0:
            return None
        return 0 if number <= _PROVINCES else 1 + number % _PROVINCES
    if code == "support" and number >= 5:
        return number % 5
    return None


class Chooser:
    """Terms of one page by chance, the first of a vocabulary oftener than the last."""

    def __init__(self) -> None:
        self._weights = {
            code: list(accumulate(1 / (rank + 3) for rank in range(size)))
            for code, (_, size, _) in VOCABULARIES.items()
        }

    def choose(self, chance: random.Random) -> dict[str, list[str]]:
        chosen = {}
        for code, (_, size, most) in VOCABULARIES.items():
            wanted = chance.randint(1, most)
            found = chance.choices(range(size), cum_weights=self._weights[code], k=wanted)
            chosen[code] = [f"{code}-{number}" for number in dict.fromkeys(found)]
        return chosen
