"""Forms of Dutch words that the dictionary lacks: what the word may be a form of, best guess first.

A guess counts only where the dictionary knows it.
"""

import re
from collections.abc import Iterator

_SEPARABLE = (
    "aan|achter|af|bij|binnen|bloot|boven|buiten|deel|dicht|door|goed|groot|heen|in|klaar|los|mede|mee|"
    "na|neer|om|onder|op|over|plaats|rond|samen|stil|terug|tegen|thuis|toe|uit|vast|vol|voor|vooruit|"
    "vrij|weg|voort"
)
_PARTICIPLE = re.compile(rf"(?P<prefix>{_SEPARABLE}|)ge(?P<stem>.{{2,}}?)(?P<end>en|[dt]e?)")
_ZU = re.compile(rf"(?P<prefix>{_SEPARABLE})te(?P<stem>.{{3,}}en)")
_LONG = re.compile(r"^(.*[^aeiou])?([aeou])\2([bcdfghjklmnpqrstvwxz])$")
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")
# After "ge" a vowel of its own has a diaeresis: "geïnvesteerd".
_WITHOUT_DIAERESIS = str.maketrans("ïëüöä", "ieuoa")
_PREFIXED = re.compile(r"(?:be|her|ont|ver)(?=\w{4})")
_SOFT = {"f": "v", "s": "z"}
_HARD = {"v": "f", "z": "s"}


def guesses(word: str) -> Iterator[str]:
    """What an unknown word may be a form of."""
    yield from _diminutive(word)
    yield from _participle(word)
    yield from _noun(word)
    yield from _adjective(word)
    yield from _verb(word)


def _diminutive(word: str) -> Iterator[str]:
    word = word.removesuffix("s")
    if not word.endswith("je"):
        return
    if word.endswith("inkje"):
        yield f"{word[:-3]}g"
    if word.endswith("etje"):
        yield word[:-4]
        yield _DOUBLED.sub(r"\1", word[:-4])
    if word.endswith("mpje"):
        yield word[:-3]
    if word.endswith("tje"):
        stem = word[:-3]
        yield stem
        # "autootje": a long vowel at the end is doubled.
        yield re.sub(r"([aou])\1$", r"\1", stem)
    yield word[:-2]


def _participle(word: str) -> Iterator[str]:
    if found := _ZU.fullmatch(word):
        yield found["prefix"] + found["stem"]
    if found := _PARTICIPLE.fullmatch(word):
        stem = found["stem"].translate(_WITHOUT_DIAERESIS)
        if found["end"] == "en":
            yield f"{found['prefix']}{stem}en"
        for infinitive in infinitives(stem):
            yield found["prefix"] + infinitive
        yield found["prefix"] + stem


def infinitives(stem: str) -> Iterator[str]:
    """Of the stem as it is pronounced: "investeer" is of "investeren", "pitch" of "pitchen"."""
    if long := _LONG.match(stem):
        short = f"{long[1] or ''}{long[2]}"
        yield f"{short}{_SOFT.get(long[3], long[3])}en"
        yield f"{short}{long[3]}en"
    if stem[-1:] in _SOFT:
        yield f"{stem[:-1]}{_SOFT[stem[-1]]}en"
    if re.search(r"[^aeiou][aeiou][bcdfgklmnprst]$", stem):
        yield f"{stem}{stem[-1]}en"
    yield f"{stem}n" if stem.endswith("e") else f"{stem}en"


def singular(stem: str) -> Iterator[str]:
    """Of what is left of a plural without its "en": "scholen" is of "school"."""
    if _DOUBLED.search(stem):
        yield stem[:-1]
    hard = stem[:-1] + _HARD.get(stem[-1:], stem[-1:])
    if long := re.search(r"^(.*[^aeiou]|)([aeou])([bcdfghjklmnpqrstvwxz])$", hard):
        yield f"{long[1]}{long[2]}{long[2]}{long[3]}"
    yield hard


def _noun(word: str) -> Iterator[str]:
    if word.endswith("aire"):
        yield word[:-1]
    if word.endswith("heden"):
        yield f"{word[:-5]}heid"
    if word.endswith("ieën"):
        yield f"{word[:-2]}"
        yield f"{word[:-4]}ie"
    if word.endswith(("eeën", "eën")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("en"):
        yield from singular(word[:-2])
        yield word[:-1]


def _adjective(word: str) -> Iterator[str]:
    if word.endswith("ende"):
        yield word[:-1]
        yield word[:-2]
    if word.endswith("e"):
        yield from singular(word[:-1])
    # In "zzper" and "hboer" it makes a person of a short word.
    if word.endswith(("er", "st")) and len(word) > 6:
        yield word[:-2]


def _verb(word: str) -> Iterator[str]:
    for end in ("den", "ten", "de", "te", "t", "d"):
        if word.endswith(end) and len(word) > len(end) + 2:
            yield from infinitives(word.removesuffix(end))
    yield from infinitives(word)
    if word.endswith("end"):
        yield word[:-1]


def roots(word: str) -> Iterator[str]:
    """What a word may be made of by a common ending or prefix: "digitalisering" of
    "digitaliseren", "vergroenen" of "groen"."""
    if word.endswith("ing"):
        yield f"{word[:-3]}en"
        yield from infinitives(word[:-3])
    if word.endswith("en") and (found := _PREFIXED.match(word)):
        yield word[found.end() :]
    for end in ("heid", "schap"):
        if word.endswith(end):
            yield word.removesuffix(end)


_VERB_IN_EREN = re.compile(r"(?:ge)?(?P<stem>\w{3,}?)eer(?:t|d|de|den)")


def verb_in_eren(word: str) -> str | None:
    """The verb in "-eren" of which this is a form, with or without a dictionary: there are ever
    more of them, and no other words look like it ("gedigitaliseerd")."""
    found = _VERB_IN_EREN.fullmatch(word)
    if not found:
        return None
    stem = found["stem"]
    return f"{stem[0].translate(_WITHOUT_DIAERESIS)}{stem[1:]}eren"
