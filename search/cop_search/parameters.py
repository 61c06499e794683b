"""What the parameters of an address may say: kinds, states, and the terms of vocabularies."""

from collections.abc import Collection, Iterable, Sequence

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cop_blocks import finding
from cop_blocks.terms.labels import TermLabels
from cop_blocks.terms.tree import TermTree
from cop_blocks.validators import RESERVED_CODES
from cop_search.facade import State
from cop_search.facets import Choice

#: The kind of a page that no app registered.
OTHER = "page"

STATE_LABELS: dict[str, str | Promise] = {
    State.OPEN.value: _("Open or running"),
    State.SOON.value: _("Coming up"),
    State.CLOSED.value: _("Closed or past"),
}


def kind_choices(kinds: Sequence[str]) -> list[Choice]:
    """The kinds that may be found: those named, or all that are registered and other pages."""
    registered = [Choice(kind.code, capfirst(str(kind.plural))) for kind in finding.kinds()]
    if kinds:
        return [choice for choice in registered if choice.code in kinds]
    return [*registered, Choice(OTHER, _("Other pages"))]


def know_states(kinds: Sequence[str]) -> bool:
    """Whether any of these kinds opens and closes."""
    return any(kind.has_states for kind in finding.kinds() if not kinds or kind.code in kinds)


def state_choices() -> list[Choice]:
    return [Choice(code, label) for code, label in STATE_LABELS.items()]


def year_choices(years: Iterable[str]) -> list[Choice]:
    """The latest first."""
    return [Choice(year, year) for year in sorted(set(years), reverse=True)]


def facet_vocabularies(
    tree: TermTree, kinds: Sequence[str], *, without: Collection[str]
) -> list[str]:
    """Codes of the vocabularies to filter by, in their order.

    A vocabulary that stands on the forms of other kinds of pages only would be a list of zeros.
    """
    return [
        code
        for code, vocabulary in tree.vocabularies.items()
        if vocabulary.is_facet and is_filter(code, vocabulary.page_types, kinds, without=without)
    ]


def is_filter(
    code: str, page_types: Sequence[str], kinds: Sequence[str], *, without: Collection[str]
) -> bool:
    """Whether a vocabulary with this code, for these types of page, filters these kinds."""
    # A vocabulary with a code that addresses need, made past its form, is no filter.
    if code in RESERVED_CODES or code in without:
        return False
    return not kinds or not page_types or _serves(page_types, kinds)


def _serves(page_types: Iterable[str], kinds: Sequence[str]) -> bool:
    for label in page_types:
        try:
            kind = finding.kind_of(apps.get_model(label))
        except (LookupError, ValueError):
            continue
        if kind and kind.code in kinds:
            return True
    return False


def term_choices(
    vocabulary: str, tree: TermTree, labels: TermLabels, *, asked: Collection[str]
) -> list[Choice]:
    """The terms of a vocabulary as a tree is read. A retired term is offered only to who has it in
    an old address."""
    terms = tree.vocabularies.get(vocabulary)
    if terms is None:
        return []
    return [
        Choice(code, labels.label(vocabulary, code), depth)
        for code, depth in terms.in_order()
        if not terms.terms[code].is_retired or code in asked
    ]
