"""Overlap says that a national page serves a region too; nearness, which of two serves it best."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from cop_blocks.models import Vocabulary
from cop_blocks.terms.tree import TermTree, VocabularyTree

Match = Vocabulary.Match

#: Value -> how many steps it lies outside what was chosen.
Steps = Mapping[str, int]


def narrowed(tree: TermTree, only: Collection[str]) -> TermTree:
    """The tree with the vocabularies named matching what lies within a term only."""
    within = {
        code: replace(vocabulary, match=Match.WITHIN)
        for code, vocabulary in tree.vocabularies.items()
        if code in only and vocabulary.match == Match.OVERLAP
    }
    return TermTree({**tree.vocabularies, **within}) if within else tree


def steps_outside(tree: TermTree, filters: Mapping[str, Iterable[str]]) -> dict[str, Steps]:
    """Of each vocabulary that matches by overlap and is filtered: what lies around the terms chosen
    and not within one of them."""
    return {
        code: steps
        for code, chosen in filters.items()
        if (vocabulary := tree.vocabularies.get(code))
        and vocabulary.match == Match.OVERLAP
        and (steps := _steps(vocabulary, list(filter(None, map(vocabulary.current, chosen)))))
    }


def nearest(terms: Iterable[str], found: Collection[str], steps: Steps) -> str | None:
    """Of a hit's ``terms`` the one nearest to what was chosen; ``None`` if one lies within it.
    ``found`` is all that the filter finds."""
    near = min((term for term in terms if term in found), key=lambda t: steps.get(t, 0), default="")
    return near if near in steps else None


def _steps(vocabulary: VocabularyTree, chosen: Collection[str]) -> Steps:
    inside = {code for term in chosen for code in (term, *vocabulary.descendants(term))}
    steps: dict[str, int] = {}
    for term in chosen:
        for step, around in enumerate(vocabulary.ancestors(term), 1):
            if around not in inside:
                steps[around] = min(step, steps.get(around, step))
    return steps
