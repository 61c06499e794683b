"""Words as an author writes them: what belongs together by a hyphen, an apostrophe or a dot."""

import re
import unicodedata

from cop_search.analysis.words import Marks

#: No word is read beyond so many characters; longer ones are cut.
MAX_WRITTEN = 120

_APOSTROPHES = str.maketrans("’‘ʼ´`＇", "''''''")
_DASHES = str.maketrans("‐‑–", "---", "\u00ad\u200b\u200c\u200d\u2060")
# Pieces of letters and digits, joined by one character; pluses and the sharp of C# at the end.
_WRITTEN = re.compile(r"[^\W_]+(?:[-'.&][^\W_]+)*(?:[+#]+(?!\w))?")
# Marks that no letter took in part a word for Python, not for its reader.
_LOOSE = Marks()
_PIECE = re.compile(r"[^\W_]+")


def written(text: str) -> list[str]:
    """The words of ``text`` in their order, in lower case, with accents and what joins them:
    "mkb-bedrijf", "zzp'er", "rvo.nl", "c++"."""
    found: list[str] = _WRITTEN.findall(normalise(text))
    return [word if len(word) <= MAX_WRITTEN else word[:MAX_WRITTEN] for word in found]


def normalise(text: str) -> str:
    """One way to write the same characters: NFKC, lower case, plain apostrophes and hyphens."""
    plain = text.translate(_APOSTROPHES).translate(_DASHES)
    if plain.isascii():
        return plain.lower()
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).lower())
    return composed.translate(_LOOSE)


def pieces(word: str) -> tuple[str, ...]:
    """What a written word is joined of: ("mkb", "bedrijf")."""
    return tuple(_PIECE.findall(word))


def signs(word: str) -> str:
    """What stands for the signs at the end: "plusplus" for "c++"."""
    return word[len(word.rstrip("+#")) :].replace("+", "plus").replace("#", "sharp")
