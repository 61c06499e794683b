"""Three statements, however much there is: every name that can be typed, the titles that the engine
finds, and which of all these lead anywhere."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from cop_blocks.parts import below
from cop_search.engines import get_finder
from cop_search.engines.base import KIND, SuggestQuestion
from cop_search.suggesting.found import (
    SuggestedOrganisation,
    SuggestedPage,
    Suggestions,
)
from cop_search.suggesting.leading import Scope, leading
from cop_search.suggesting.names import Names
from cop_search.suggesting.words import typed_words

#: So many that go by a name are looked at, before it is known which of them lead anywhere.
_CANDIDATES = 50


def suggestions(
    q: str,
    locale: str,
    site_id: int | None,
    limit: int,
    *,
    kinds: Sequence[str],
    preset: Mapping[str, Sequence[str]],
    chosen: Mapping[str, Sequence[str]],
    exclude_pages: Sequence[int],
) -> Suggestions:
    """See ``facade.suggest``, the one door to this."""
    typed = typed_words(q)
    if not typed:
        return Suggestions()
    names = Names.load(locale, kinds=kinds, preset=preset)
    known = names.known(chosen, without=preset)
    filters = {code: names.expand(code, codes) for code, codes in {**known, **preset}.items()}
    scope = Scope(locale, timezone.now(), site_id, kinds, filters, exclude_pages)
    titled = get_finder().suggest(_question(scope, typed, limit))
    terms = names.terms_like(typed, without=filters)[:_CANDIDATES]
    organisations = names.organisations_like(typed)[:_CANDIDATES]
    found_by = [names.found_by(term.vocabulary, term.code) for term in terms]
    there = leading(scope, titled, frozenset().union(*found_by), organisations)
    carried = [term for term, ids in zip(terms, found_by, strict=True) if ids & there.terms]
    named = [pk for pk in organisations if pk in there.organisations]
    return Suggestions(
        terms=tuple(carried[:limit]),
        pages=tuple(_page(*there.pages[pk]) for pk in titled if pk in there.pages),
        organisations=tuple(_organisation(pk, *there.organisations[pk]) for pk in named[:limit]),
        chosen=known,
    )


def _question(scope: Scope, typed: tuple[str, ...], limit: int) -> SuggestQuestion:
    filters = {code: frozenset(codes) for code, codes in scope.filters.items()}
    return SuggestQuestion(
        locale=scope.locale,
        moment=scope.moment,
        words=typed,
        site_id=scope.site_id,
        limit=limit,
        filters=filters | ({KIND: frozenset(scope.kinds)} if scope.kinds else {}),
        exclude_pages=tuple(scope.exclude_pages),
    )


def _page(page_id: int, title: str, url: str, kind: str) -> SuggestedPage:
    return SuggestedPage(page_id, kind, title, url)


def _organisation(pk: int, name: str, slug: str, listed_at: str) -> SuggestedOrganisation:
    return SuggestedOrganisation(pk, name, below(listed_at, f"{slug}/"))
