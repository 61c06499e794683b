"""Words as they are searched: the same function for pages and for what visitors type.

Every engine gets the tokens made here, so the same pages match on every database. Tokens hold
letters and digits only; no engine ever splits or folds them again.
"""

from cop_search.analysis.analyser import (
    ANALYZER_VERSION,
    MAX_WORDS,
    Analysed,
    Analyser,
    QueryWord,
    analyser,
    preload,
    stop_words,
)
from cop_search.analysis.lemmas import STEMMERS, knows
from cop_search.analysis.words import MAX_TOKEN, fold, token, tokens
from cop_search.analysis.written import normalise, pieces, written

__all__ = [
    "ANALYZER_VERSION",
    "MAX_TOKEN",
    "MAX_WORDS",
    "STEMMERS",
    "Analysed",
    "Analyser",
    "QueryWord",
    "analyser",
    "fold",
    "knows",
    "normalise",
    "pieces",
    "preload",
    "stop_words",
    "token",
    "tokens",
    "written",
]
