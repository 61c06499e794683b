"""What becomes of each value: a term, a new term, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cop_blocks.mapping.file import NEW
from cop_blocks.mapping.matching import TermNames
from cop_blocks.mapping.problems import MappingRefusedError
from cop_blocks.mapping.sources import Value
from cop_blocks.models import Term, TermLabel, Vocabulary

LONGEST = TermLabel._meta.get_field("label").max_length or 0


@dataclass(slots=True)
class Decision:
    """One value, on how many pages it stands, and the term that those pages get."""

    value: Value
    pages: int = 0
    term: Term | None = None
    #: The term is still to be made, under this value's name.
    is_new: bool = False
    is_exact: bool = False
    #: A person said in the file that this is no term.
    is_left_out: bool = False
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    vocabulary: Vocabulary
    decisions: dict[str, Decision]
    #: Values of the file that no page has.
    unknown: tuple[str, ...] = field(default=())

    def terms_of(self, values: list[Value]) -> list[Term]:
        """The terms of a page with these values, each once, in their order."""
        found = (self.decisions[value.text].term for value in values)
        return [*{term.pk: term for term in found if term is not None and term.pk}.values()]


def make_plan(
    vocabulary: Vocabulary,
    counted: Mapping[Value, int],
    chosen: Mapping[str, tuple[int, str]] | None,
    *,
    create: bool,
) -> Plan:
    """Decide by the file where there is one, else by the names of terms."""
    names = TermNames(vocabulary)
    decisions: dict[str, Decision] = {}
    for value, pages in counted.items():
        decision = decisions.setdefault(value.text, Decision(value))
        decision.pages += pages
    _by_name(decisions, names)
    if chosen is not None:
        _by_file(decisions, names, chosen, create=create)
    if create and chosen is None and not vocabulary.is_free:
        raise MappingRefusedError(
            _(
                "The vocabulary “%(code)s” is closed: its terms are chosen with care. Say in a "
                "mapping file, with “*” in the column “term”, which values become new terms; "
                "--write-mapping makes one to start from."
            )
            % {"code": vocabulary.code}
        )
    if create and vocabulary.is_free:
        for decision in decisions.values():
            if decision.term is None and not decision.shared and not decision.is_left_out:
                decision.is_new = True
    _check_new(decisions)
    return Plan(
        vocabulary, decisions, tuple(text for text in chosen or () if text not in decisions)
    )


def _by_name(decisions: dict[str, Decision], names: TermNames) -> None:
    for decision in decisions.values():
        match = names.match(decision.value)
        decision.term, decision.is_exact = match.term, match.is_exact
        decision.shared = match.shared


def _by_file(
    decisions: dict[str, Decision],
    names: TermNames,
    chosen: Mapping[str, tuple[int, str]],
    *,
    create: bool,
) -> None:
    problems = []
    for text, (row, asked) in chosen.items():
        decision = decisions.get(text, Decision(Value(text)))
        decision.is_new = asked == NEW
        decision.is_left_out = not asked
        decision.term, decision.shared, decision.is_exact = None, (), True
        if asked == NEW and not create:
            problems.append(
                _("Row %(row)d asks for a new term. Add --create, or name a term.") % {"row": row}
            )
        elif asked and asked != NEW:
            decision.term = names.by_code.get(asked) or names.match(Value(asked)).term
            if decision.term is None or decision.term.is_retired:
                decision.term = None
                problems.append(_no_term(row, asked, names))
    if problems:
        raise MappingRefusedError(*problems)


def _no_term(row: int, asked: str, names: TermNames) -> str:
    close = ", ".join(names.suggestions(asked))
    message = _("Row %(row)d: there is no term “%(term)s” in use. Write its code or its name.")
    if close:
        message = _(
            "Row %(row)d: there is no term “%(term)s” in use. Write its code or its name; much "
            "like it are: %(close)s."
        )
    return message % {"row": row, "term": asked, "close": close}


def _check_new(decisions: Mapping[str, Decision]) -> None:
    problems = [
        _("“%(value)s…” is longer than %(most)d characters. Name a term for it in a mapping file.")
        % {"value": text[:40], "most": LONGEST}
        for text, decision in decisions.items()
        if decision.is_new and len(text) > LONGEST
    ]
    if problems:
        raise MappingRefusedError(*problems)
