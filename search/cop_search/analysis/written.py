"""Words as an author writes them: what belongs together by a hyphen, an apostrophe or a dot."""

import re
import unicodedata

from cop_search.analysis.words import Marks

#: No word is read beyond so many characters; longer ones are cut.
MAX_WRITTEN = 120

_SAME = str.maketrans("’‘ʼ´`＇‐‑–", "''''''---", "\u00ad\u200b\u200c\u200d\u2060")
# To translate costs more than to read; most texts have none of these.
_ANY_SAME = re.compile(f"[{''.join(map(chr, _SAME))}]")
# Pieces of letters and digits, joined by one character; pluses and the sharp of C# at the end.
_WRITTEN = re.compile(r"[^\W_]+(?:[-'.&][^\W_]+)*(?:[+#]+(?!\w))?")
# Marks that no letter took in part a word for Python, not for its reader.
_LOOSE = Marks()
_MAY_BE_LOOSE = re.compile("[\u0300-\U0010ffff]")
_PIECE = re.compile(r"[^\W_]+")


def written(text: str) -> list[str]:
    """The words of ``text`` in their order, in lower case, with accents and what joins them:
    "mkb-bedrijf", "zzp'er", "rvo.nl", "c++"."""
    found: list[str] = _WRITTEN.findall(normalise(text))
    return [word if len(word) <= MAX_WRITTEN else word[:MAX_WRITTEN] for word in found]


def normalise(text: str) -> str:
    """One way to write the same characters: NFKC, lower case, plain apostrophes and hyphens."""
    if text.isascii() and "`" not in text:
        return text.lower()
    plain = text.translate(_SAME) if _ANY_SAME.search(text) else text
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).lower())
    return composed.translate(_LOOSE) if _MAY_BE_LOOSE.search(composed) else composed


def pieces(word: str) -> tuple[str, ...]:
    """What a written word is joined of: ("mkb", "bedrijf")."""
    return tuple(_PIECE.findall(word))


def signs(word: str) -> str:
    """What stands for the signs at the end: "plusplus" for "c++"."""
    return word[len(word.rstrip("+#")) :].replace("+", "plus").replace("#", "sharp")
