"""What an edit form offers: the vocabularies of a page type, with their terms in an editor's
language. Four queries, however many vocabularies, terms and languages there are."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from cop_blocks.models import TermLabel, Vocabulary, VocabularyLabel
from cop_blocks.terms.tree import TermTree, VocabularyTree
from cop_blocks.wording import best_by_key


@dataclass(frozen=True, slots=True)
class Choice:
    """One term as it is offered."""

    pk: int
    code: str
    label: str
    depth: int
    is_retired: bool


@dataclass(slots=True)
class VocabularyChoices:
    """One vocabulary as it is offered."""

    vocabulary: Vocabulary
    label: str
    help_text: str
    terms: dict[str, Choice]
    #: Every name of a term in any language, folded, with its code: what a typed word is.
    names: dict[str, str] = field(default_factory=dict)

    def offered(self, chosen: Collection[str]) -> Iterator[Choice]:
        """Terms in use, and a retired one only where the page carries it."""
        return (t for t in self.terms.values() if not t.is_retired or t.code in chosen)

    def code_of(self, word: str) -> str | None:
        """The code of the term that goes by this name in any language."""
        return self.names.get(folded(word))


def folded(text: str) -> str:
    """A name as it is compared: case and spaces do not matter."""
    return " ".join(text.split()).casefold()


def vocabulary_choices(language: str) -> list[VocabularyChoices]:
    """All vocabularies, in their order."""
    tree = TermTree.load()
    names = list(
        VocabularyLabel.objects.values_list("vocabulary_id", "language", "label", "help_text")
    )
    labels = list(
        TermLabel.objects.order_by("pk").values_list(
            "term_id", "language", "label", "alternatives", "term__vocabulary__is_free"
        )
    )
    label_of_term = best_by_key(language, (row[:3] for row in labels))
    label_of = best_by_key(language, (row[:3] for row in names))
    help_of = best_by_key(language, ((pk, spoken, text) for pk, spoken, _, text in names if text))
    words: dict[int, list[str]] = defaultdict(list)
    for pk, _, label, others, is_free in labels:
        if is_free:
            words[pk] += [label, *others.splitlines()]
    return [
        _choices(
            vocabulary,
            tree.vocabularies.get(vocabulary.code, VocabularyTree(vocabulary.match, {}, {})),
            label_of.get(vocabulary.pk, vocabulary.code),
            help_of.get(vocabulary.pk, ""),
            label_of_term,
            words,
        )
        for vocabulary in Vocabulary.objects.all()
    ]


def _choices(
    vocabulary: Vocabulary,
    tree: VocabularyTree,
    label: str,
    help_text: str,
    label_of_term: dict[int, str],
    words: dict[int, list[str]],
) -> VocabularyChoices:
    order = tree.in_order() if vocabulary.is_hierarchical else [(code, 0) for code in tree.terms]
    terms = {
        code: Choice(
            pk := tree.terms[code].pk,
            code,
            label_of_term.get(pk, code),
            depth,
            tree.terms[code].is_retired,
        )
        for code, depth in order
    }
    names: dict[str, str] = {}
    if vocabulary.is_free:
        for choice in sorted(terms.values(), key=lambda choice: choice.is_retired):
            current = tree.current(choice.code) or choice.code
            for word in (*words.get(choice.pk, ()), choice.code):
                names.setdefault(folded(word), current)
    return VocabularyChoices(vocabulary, label, help_text, terms, names)
