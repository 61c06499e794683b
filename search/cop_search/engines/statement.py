"""Text of a statement with its parameters, and what its conditions are made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from cop_search.engines.base import Alternatives


class Sql:
    """Text and parameters that grow together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.params: list[Any] = []

    def add(self, text: str, *params: Any) -> "Sql":
        self.parts.append(text)
        self.params.extend(params)
        return self

    def __str__(self) -> str:
        return "\n".join(self.parts)


def boolean(words: Sequence[Alternatives], and_: str, or_: str, quote: str) -> str:
    """What a document must have, as an expression for the match: ``(a OR (b AND c)) AND d``."""
    return and_.join(_any_of_these(alternatives, and_, or_, quote) for alternatives in words)


def _any_of_these(alternatives: Alternatives, and_: str, or_: str, quote: str) -> str:
    quoted = [[f"{quote}{token}{quote}" for token in tokens] for tokens in alternatives]
    return f"({or_.join(f'({and_.join(tokens)})' for tokens in quoted)})"


def all_of(flags: Iterable[str]) -> str:
    return " AND ".join(flags) or "1 = 1"
