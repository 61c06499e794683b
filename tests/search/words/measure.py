"""How many of the listed Dutch words meet, and how many that should not.

``benchmarks/language.py`` prints it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cop_search.analysis import Analyser

HERE = Path(__file__).parent


@dataclass
class Score:
    """Rows that did as they should, of all; and what went wrong."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, *, is_right: bool, row: str) -> None:
        self.total += 1
        self.right += is_right
        if not is_right:
            self.wrong.append(row)

    @property
    def share(self) -> float:
        return self.right / self.total


def rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def finds(language: Analyser, typed: str, text: str) -> bool:
    """Whether a document of ``text`` has all words of a query, as an engine would see it."""
    document = language.document(text)
    tokens = {*document.words, *document.parts}
    query = language.query(typed)
    return bool(query) and all(
        any(tokens.issuperset(alternative) for alternative in word.alternatives) for word in query
    )


def meet(language: Analyser, word: str, other: str) -> bool:
    """Whether each is found by the other."""
    return finds(language, word, other) and finds(language, other, word)


def measured(language: Analyser) -> dict[str, Score]:
    """By name of the figure. A compound is found by its head or its part; the head is not found
    by the compound, which asks for more."""
    scores = {name: Score() for name in ("must meet", "compounds by head", "kept apart")}
    for row in rows("nl_meet.csv"):
        is_compound = row["kind"].startswith("compound")
        test = finds if is_compound else meet
        is_right = test(language, row["word"], row["other"])
        said = f"{row['word']} ~ {row['other']}"
        scores["must meet"].add(is_right=is_right, row=said)
        if row["kind"] == "compound":
            scores["compounds by head"].add(is_right=is_right, row=said)
    for row in rows("nl_apart.csv"):
        either = finds(language, row["word"], row["other"]) or finds(
            language, row["other"], row["word"]
        )
        scores["kept apart"].add(is_right=not either, row=f"{row['word']} | {row['other']}")
    return scores


def typos() -> list[tuple[str, str]]:
    """What was typed, and what was meant."""
    return [(row["typed"], row["meant"]) for row in rows("nl_typos.csv")]


def listed_words() -> list[str]:
    """All words of the lists that are spelled well, to look for the meant ones among them."""
    pairs = [*rows("nl_meet.csv"), *rows("nl_apart.csv")]
    words = {row[key] for row in pairs for key in ("word", "other")}
    return sorted(words | {meant for _, meant in typos()})
