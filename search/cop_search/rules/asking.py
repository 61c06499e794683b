"""What editors' rules make of questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from cop_search.analysis import analyser
from cop_search.engines.base import Alternatives
from cop_search.facade import SearchQuery
from cop_search.rules.reading import read_rules
from cop_search.rules.rules import Rules


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question with their synonyms, and the ids of the pages that come first."""

    words: tuple[Alternatives, ...] = ()
    best_bets: tuple[int, ...] = ()


def ask(queries: Sequence[SearchQuery], rules: Rules | None = None) -> list[Asked]:
    """One statement for all questions; none where none has words, or where ``rules`` are given
    that hold for all of them."""
    words = [analyser(query.locale).query(query.q) for query in queries]
    read = {}
    if rules is None:
        read = read_rules(
            (query.locale, query.site_id)
            for query, typed in zip(queries, words, strict=True)
            if typed
        )
    found = []
    for query, typed in zip(queries, words, strict=True):
        if not typed:
            found.append(Asked())
            continue
        of_editors = read[query.locale, query.site_id] if rules is None else rules
        language = analyser(query.locale)
        found.append(
            Asked(
                words=of_editors.expand(language, typed),
                best_bets=of_editors.best_bets(language, typed) if query.page <= 1 else (),
            )
        )
    return found
