"""What a translation has lost of its source, or has too much: placeholders, links, addresses and
numbers. Only warnings: a translator may have a reason."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail_localize.strings import StringValue, extract_ids

Kind = Literal["placeholder", "link", "address", "number"]

#: ``%(name)s``, ``%s``, ``{name}``, ``{{ name }}``.
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd](?!\w)|\{\{\s*[\w.]+\s*\}\}|\{\w*\}")
#: An e-mail address begins where a word does and is short before the @: no text takes long.
_ADDRESS = re.compile(
    r"https?://[^\s<>\"']+|www\.[^\s<>\"']+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
#: 1.000,50 and 1,000.50, 14.00 and 14:00, 2026-09-01: what stands between digits is a habit of a
#: language.
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f']\d+)*")
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Difference:
    """``found`` stands in one of the two texts, and not (or less often) in the other."""

    kind: Kind
    found: str
    is_missing: bool

    @property
    def message(self) -> str:
        said = _MISSING if self.is_missing else _UNEXPECTED
        return str(said[self.kind]) % {"found": self.found}


_MISSING: dict[Kind, Promise] = {
    "placeholder": _("The placeholder %(found)s is missing."),
    "link": _("The link %(found)s is missing."),
    "address": _("The address %(found)s is missing."),
    "number": _("The number %(found)s is missing."),
}
_UNEXPECTED: dict[Kind, Promise] = {
    "placeholder": _("The placeholder %(found)s is not in the source."),
    "link": _("The link %(found)s is not in the source."),
    "address": _("The address %(found)s is not in the source."),
    "number": _("The number %(found)s is not in the source."),
}
#: Without these a text breaks when it is shown; no machine's text with one of them is kept.
BREAKING: frozenset[Kind] = frozenset({"placeholder", "link"})


def differences(source: str, translation: str) -> list[Difference]:
    """Between two strings of wagtail-localize (HTML whose links have an id and no address)."""
    here, there = _Facts(source), _Facts(translation)
    return [
        *_compared("placeholder", here.placeholders, there.placeholders),
        *_compared("link", here.links, there.links),
        *_compared("address", here.addresses, there.addresses),
        *_compared("number", here.numbers, there.numbers, here.written | there.written),
    ]


class _Facts:
    def __init__(self, html: str) -> None:
        self.links = Counter(extract_ids(html))
        text = StringValue(html).render_text()
        self.placeholders = Counter(_PLACEHOLDER.findall(text))
        text = _PLACEHOLDER.sub(" ", text)
        self.addresses = Counter(found.rstrip(".,;:!?)") for found in _ADDRESS.findall(text))
        #: Each number as it is compared, with how it was written.
        self.written = {_plain(found): found for found in _NUMBER.findall(_ADDRESS.sub(" ", text))}
        self.numbers = Counter(_plain(found) for found in _NUMBER.findall(_ADDRESS.sub(" ", text)))


def _plain(number: str) -> str:
    return _NO_DIGIT.sub("", number).lstrip("0") or "0"


def _compared(
    kind: Kind,
    source: Counter[str],
    translation: Counter[str],
    written: dict[str, str] | None = None,
) -> Iterator[Difference]:
    names = written or {}
    for found in source - translation:
        yield Difference(kind, names.get(found, found), is_missing=True)
    for found in translation - source:
        yield Difference(kind, names.get(found, found), is_missing=False)
