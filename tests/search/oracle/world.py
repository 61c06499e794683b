"""A site as anybody can see it: pages, who may read them, terms and what they lie within.

Read with Wagtail's plain models and kept as plain values: no queryset of the product, no filter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page, PageViewRestriction, Site

from cop_blocks.models import Term, TermRow, Vocabulary
from tests.search.oracle.words import in_order, words_of


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind of page says of one of its pages."""

    kind: str
    texts: tuple[str, ...]
    has_state: bool = False
    opens: datetime | None = None
    closes: datetime | None = None
    closed: bool = False
    sort_date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One page that may be found at some moment."""

    pk: int
    title: str
    locale: str
    site: int
    words: frozenset[str]
    #: Vocabulary -> codes of the terms that it carries.
    terms: Mapping[str, frozenset[str]]
    told: Told
    first_published: datetime | None
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Tree:
    """One vocabulary: how its filter matches, and of each term what it lies directly within."""

    match: str
    broader: Mapping[str, str | None]
    #: A term that was merged -> the one that took its place.
    merged: Mapping[str, str]


#: The words of a name, in their order.
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    pages: tuple[Seen, ...]
    trees: Mapping[str, Tree]
    #: Language -> what means the same: of each term the words of each of its names.
    same: Mapping[str, tuple[tuple[Name, ...], ...]]


def read(tell: Callable[[Any], Told]) -> World:
    """The world as it is in the database; ``tell`` knows the types of page."""
    every = list(Page.objects.order_by("path"))
    places = _Places(every)
    specific = {page.pk: page for page in Page.objects.specific()}
    carried = _carried()
    names = _names()
    return World(
        pages=tuple(
            _seen(specific[page.pk], site, tell, carried.get(page.pk, {}), names)
            for page in every
            if (site := places.site_of(page)) and places.may_be_read(page)
        ),
        trees=_trees(),
        same=_same(),
    )


def _seen(
    page: Any,
    site: int,
    tell: Callable[[Any], Told],
    terms: Mapping[str, frozenset[str]],
    names: Mapping[tuple[str, str, str], str],
) -> Seen:
    told, language = tell(page), page.locale.language_code
    called = [names.get((v, code, language), "") for v, codes in terms.items() for code in codes]
    return Seen(
        pk=page.pk,
        title=page.title,
        locale=language,
        site=site,
        words=words_of(" ".join((page.title, *told.texts, *called))),
        terms=terms,
        told=told,
        first_published=page.first_published_at,
        expires=page.expire_at,
    )


class _Places:
    """Where pages stand: below which site, and below what is private."""

    def __init__(self, pages: list[Any]) -> None:
        self.private = list(PageViewRestriction.objects.values_list("page__path", flat=True))
        self.roots: dict[str, int] = {}
        keys = {page.pk: page.translation_key for page in pages}
        for site in Site.objects.all():
            for page in pages:
                # A translation of a site's first page is the first page of another language.
                if page.translation_key == keys[site.root_page_id]:
                    self.roots[page.path] = site.pk

    def site_of(self, page: Any) -> int | None:
        """The site of the nearest first page above it, or that it is."""
        above = [path for path in self.roots if page.path.startswith(path)]
        return self.roots[max(above, key=len)] if above else None

    def may_be_read(self, page: Any) -> bool:
        is_private = any(page.path.startswith(path) for path in self.private)
        return page.live and page.alias_of_id is None and not is_private


def _carried() -> dict[int, dict[str, frozenset[str]]]:
    carried: dict[int, dict[str, frozenset[str]]] = {}
    for row in TermRow.objects.select_related("tag__vocabulary"):
        terms = carried.setdefault(row.content_object_id, {})
        vocabulary = row.tag.vocabulary.code
        terms[vocabulary] = terms.get(vocabulary, frozenset()) | {row.tag.code}
    return carried


def _names() -> dict[tuple[str, str, str], str]:
    return {
        (term.vocabulary.code, term.code, label.language): f"{label.label} {label.alternatives}"
        for term in Term.objects.select_related("vocabulary")
        for label in term.labels.all()
    }


def _same() -> dict[str, tuple[tuple[Name, ...], ...]]:
    same: dict[str, list[tuple[Name, ...]]] = {}
    for term in Term.objects.filter(is_merged=False):
        for label in term.labels.all():
            names = (label.label, *label.alternatives.split("\n"))
            in_words = tuple(filter(None, (tuple(in_order(name)) for name in names)))
            same.setdefault(label.language, []).append(in_words)
    return {language: tuple(names) for language, names in same.items()}


def _trees() -> dict[str, Tree]:
    trees = {}
    for vocabulary in Vocabulary.objects.all():
        terms = list(vocabulary.terms.select_related("broader", "successor"))
        trees[vocabulary.code] = Tree(
            match=vocabulary.match,
            broader={term.code: term.broader.code if term.broader else None for term in terms},
            merged={term.code: term.successor.code for term in terms if term.is_merged},
        )
    return trees
