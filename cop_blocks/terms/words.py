"""Words as editors type them: separated by commas, quotes around one that holds a comma."""

import re
from collections.abc import Iterable


def split_words(text: str | None) -> list[str]:
    """The words in the order typed, without needless spaces."""
    found = re.findall(r'"([^"]*)"|([^,"\n]+)', (text or "").replace("\0", ""))
    words = (" ".join((quoted or bare).split()) for quoted, bare in found)
    return [word for word in words if word]


def join_words(words: Iterable[str]) -> str:
    """The text that ``split_words`` reads back; Wagtail's widget wants quotes around spaces too."""
    plain = (word.replace('"', "") for word in words)
    return ", ".join(f'"{word}"' if re.search(r"[,\s]", word) else word for word in plain)
