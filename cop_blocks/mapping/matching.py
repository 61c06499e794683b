"""Which term goes by a name, in any language: exactly, or but for case and accents."""

import difflib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from cop_blocks.mapping.sources import Value
from cop_blocks.models import Term, TermLabel, Vocabulary
from cop_blocks.terms.choices import folded

SUGGESTED = 3


def bare(text: str) -> str:
    """A name without what people leave out: case, accents, spaces at will, dashes."""
    plain = unicodedata.normalize("NFKD", folded(text).replace("-", " "))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@dataclass(frozen=True, slots=True)
class Match:
    """The term of a value; ``None`` where none or more than one goes by its name."""

    term: Term | None
    is_exact: bool = False
    #: Codes of terms that share the name: a person has to choose.
    shared: tuple[str, ...] = ()


class TermNames:
    """The names of a vocabulary's terms; two queries, when it is made.

    Retired terms are not offered; a merged one stands for its successor.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = {
            term.pk: term
            for term in Term.objects.filter(vocabulary=vocabulary).select_related("successor")
        }
        self.by_code = {term.code: term for term in terms.values()}
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._bare: dict[str, set[int]] = defaultdict(set)
        self._terms: dict[int, Term] = {}
        labels = TermLabel.objects.filter(term__vocabulary=vocabulary)
        names = [(term.code, pk) for pk, term in terms.items()]
        for pk, label, others in labels.values_list("term_id", "label", "alternatives"):
            names += [(name, pk) for name in (label, *others.splitlines())]
        for name, pk in names:
            term = terms[pk].successor if terms[pk].is_merged else terms[pk]
            if term is not None and not term.is_retired and name.strip():
                self._terms[term.pk] = term
                self._exact[name.strip()].add(term.pk)
                self._bare[bare(name)].add(term.pk)

    def match(self, value: Value) -> Match:
        """By what it is called, then by its other names; exactly before roughly."""
        for name in (value.text, *value.others):
            for is_exact, found in (
                (True, self._exact.get(name.strip(), set())),
                (False, self._bare.get(bare(name), set())),
            ):
                if len(found) == 1:
                    return Match(self._terms[next(iter(found))], is_exact)
                if found:
                    return Match(None, shared=tuple(sorted(self._terms[pk].code for pk in found)))
        return Match(None)

    def suggestions(self, text: str) -> list[str]:
        """Codes of terms with a name much like ``text``, for a person to decide."""
        close = difflib.get_close_matches(bare(text), [*self._bare], n=SUGGESTED, cutoff=0.6)
        codes = [self._terms[pk].code for name in close for pk in sorted(self._bare[name])]
        return list(dict.fromkeys(codes))[:SUGGESTED]
