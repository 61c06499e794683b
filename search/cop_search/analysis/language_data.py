"""What is known of a language beside its dictionary: the files in ``languages``."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cop_search.analysis.compounds import Compounding

_FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class LanguageData:
    """All in lower case, with accents."""

    stop_words: frozenset[str] = frozenset()
    #: Words that the dictionary lacks.
    words: frozenset[str] = frozenset()
    lemmas: dict[str, str] = field(default_factory=dict)
    #: ``None`` where compounds are written apart.
    compounding: Compounding | None = None


@cache
def language_data(language: str) -> LanguageData:
    """Of a language (two letters); empty where there is no file."""
    path = _FOLDER / f"{language}.toml"
    # A language code is never a path.
    if not language.isalpha() or not path.exists():
        return LanguageData()
    read: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return LanguageData(
        stop_words=frozenset(read["stop_words"].split()),
        words=frozenset(read.get("words", "").split()),
        lemmas=read.get("lemmas", {}),
        compounding=_compounding(read["compounds"]) if "compounds" in read else None,
    )


def _compounding(read: dict[str, str]) -> Compounding:
    lists = {name: frozenset(words.split()) for name, words in read.items() if name != "links"}
    return Compounding(links=tuple(read["links"].split()), **lists)
