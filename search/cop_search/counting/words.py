"""A question as it is counted: one form for what means the same, and nothing personal in words."""

import re
from collections.abc import Sequence

from django.utils.crypto import salted_hmac

from cop_search.analysis import QueryWord

#: Longer questions are cut.
MAX_TEXT = 80

_SALT = "cop_search.counting"
#: Digits with what people write between them.
_DIGITS = re.compile(r"\d(?:[\s.,/()+-]*\d)+")
_POSTCODE = re.compile(r"\b\d{4}\s?[a-z]{2}\b")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}\s?[a-z]{4}")
#: Dates and amounts have fewer; telephone, BSN, KvK and RSIN numbers have as many or more.
_MOST_DIGITS = 7


def plain(q: str) -> str:
    """Lower case, single spaces, no signs around it, cut."""
    text = " ".join("".join(char if char.isprintable() else " " for char in q).lower().split())
    return text[:MAX_TEXT].strip(" .,;:!?\"'“”‘’()")


def key_of(words: Sequence[QueryWord], language: str, site_id: int) -> str:
    """The same for the same words in the same order, whatever their signs and accents; it cannot be
    turned back, or tried out, without the site's SECRET_KEY."""
    said = " ".join(word.typed for word in words)[: MAX_TEXT * 2]
    return salted_hmac(_SALT, f"{site_id}\n{language}\n{said}", algorithm="sha256").hexdigest()


def may_be_kept(text: str) -> bool:
    """Whether a question holds nothing that looks like a person's: e-mail address, telephone, BSN,
    KvK or bank account number, postal code."""
    if not text or "@" in text or "＠" in text or _POSTCODE.search(text) or _IBAN.search(text):
        return False
    runs = (sum(char.isdigit() for char in run) for run in _DIGITS.findall(text))
    return max(runs, default=0) <= _MOST_DIGITS
