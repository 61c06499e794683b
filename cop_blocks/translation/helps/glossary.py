"""The terms of the vocabularies that occur in a text, with what they are called in the other
language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.apps import apps
from wagtail_localize.strings import StringValue


@dataclass(frozen=True, slots=True)
class Known:
    """A term as it is called in the source's language and in the translation's."""

    source: str
    target: str


class Glossary:
    """All names of all terms in two languages, for any number of texts: one statement."""

    def __init__(self, source_language: str, target_language: str) -> None:
        self._known = _known(source_language, target_language)
        names = sorted(self._known, key=len, reverse=True)
        # A longer name goes before a shorter one within it.
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
        )

    def terms_in(self, html: str) -> list[Known]:
        """In the order in which they stand in the text, each of them once."""
        if self._pattern is None:
            return []
        text = _folded(StringValue(html).render_text())
        return list(dict.fromkeys(self._known[found] for found in self._pattern.findall(text)))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _known(source_language: str, target_language: str) -> Mapping[str, Known]:
    """By every name in the source's language: the label and the other names that a search knows."""
    if not apps.is_installed("cop_blocks"):
        return {}
    from cop_blocks.models import TermLabel

    rows = TermLabel.objects.filter(
        language__in={source_language, target_language}, term__is_merged=False
    ).order_by("term__is_retired", "term__vocabulary_id", "term__sort_order", "pk")
    targets: dict[int, str] = {}
    named: list[tuple[int, str, Iterable[str]]] = []
    for term, language, label, others in rows.values_list(
        "term_id", "language", "label", "alternatives"
    ):
        if language == target_language:
            targets[term] = label
        if language == source_language:
            named.append((term, label, others.splitlines()))
    known: dict[str, Known] = {}
    for term, label, other_names in named:
        for name in (label, *other_names):
            if term in targets and _folded(name):
                known.setdefault(_folded(name), Known(label, targets[term]))
    return known
