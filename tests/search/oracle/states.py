"""What visitors may ask of a site: every state of its form, likely or not."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.search.factories import NOON, day
from tests.search.oracle.truth import STATES, YEARS, Asked
from tests.search.oracle.words import misspelled

SORTS = ("relevance", "relevance", "newest", "date", "title")

#: Moments at which something of a corpus begins or ends, and just beside them.
_HOURS = (-901, -25, -2, -1, 0, 1, 12, 27, 1001)
_BESIDE = (timedelta(0), timedelta(microseconds=1), timedelta(microseconds=-1))


def asked(corpus: Any, site_ids: list[int], page_ids: list[int], kinds: tuple[str, ...]) -> Any:
    """States of a corpus: terms, also unknown ones, words that pages have, and slips of them."""
    hours, beside = st.sampled_from(_HOURS), st.sampled_from(_BESIDE)
    days = st.none() | st.sampled_from((-31, -30, -1, 0, 1, 2, 3, 41)).map(day)
    return st.builds(
        Asked,
        locale=st.sampled_from(("nl", "nl", "nl", "en", "fr")),
        moment=st.builds(lambda h, b: NOON + timedelta(hours=h) + b, hours, beside),
        site=st.none() | st.sampled_from(site_ids),
        words=_words(corpus),
        filters=_filters(corpus.vocabularies),
        kinds=_some(kinds, 2),
        states=_some(STATES, 2),
        years=_some(YEARS, 2),
        since=days,
        until=days,
        exclude=_some(page_ids, 3),
        only=_some([*corpus.vocabularies, "nowhere"], 2),
        sort=st.sampled_from(SORTS),
    )


def _words(corpus: Any) -> Any:
    known = st.sampled_from(corpus.words)
    slip = st.builds(misspelled, st.randoms(use_true_random=False), known)
    word = st.one_of(known, known, known, known, slip)
    return st.one_of(st.just(()), st.tuples(word), st.tuples(word, known))


def _filters(vocabularies: dict[str, list[str]]) -> Any:
    chosen = {name: _some([*codes, *codes, "unknown"], 3) for name, codes in vocabularies.items()}
    return st.fixed_dictionaries({}, optional=chosen)


def _some(values: Any, most: int) -> Any:
    """None as likely as some: states with everything chosen find nothing and show nothing."""
    return st.just(()) | st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)
