"""What a rule would change for a visitor, before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from cop_search.facade import Hit, SearchPage, SearchQuery, search
from cop_search.rules.reading import read_rules
from cop_search.rules.rules import Row, Source

#: So many results are shown, and places known.
SHOWN, KNOWN = 10, 100


@dataclass(frozen=True, slots=True)
class Place:
    """One result in its place, and where it stood before: ``was`` is 0 where it is known to have
    been nowhere, and ``None`` where nothing changed or nothing is known."""

    title: str
    url: str
    number: int
    was: int | None = None

    @property
    def is_new(self) -> bool:
        return self.was == 0


@dataclass(frozen=True, slots=True)
class Results:
    """What a visitor would see: how many, what stands first, and the first of the list."""

    total: int
    first: tuple[Place, ...]
    listed: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """The same words before and after."""

    q: str
    before: Results
    after: Results

    @property
    def difference(self) -> int:
        return self.after.total - self.before.total

    @property
    def is_none(self) -> bool:
        return self.before == self.after


def effect(
    q: str, *, language: str, site_id: int, source: Source, owner: int | None, rows: Sequence[Row]
) -> Effect:
    """``rows`` in place of the saved rule ``owner`` (``None``: a new rule). Nothing is written;
    statements do not grow with the rules."""
    saved = read_rules([(language, site_id)])[language, site_id]
    query = SearchQuery(locale=language, q=q, site_id=site_id, page_size=KNOWN)
    before = search(query, rules=saved)
    after = search(query, rules=saved.without(source, owner).plus(rows))
    return Effect(
        q,
        before=Results(before.total, _places(before.best_bets), _places(before.hits)[:SHOWN]),
        after=Results(
            after.total,
            _changed(after.best_bets, before.best_bets, knows_all=True),
            _changed(after.hits[:SHOWN], before.hits, knows_all=_knows_all(before)),
        ),
    )


def _knows_all(found: SearchPage) -> bool:
    return found.total <= len(found.hits)


def _places(hits: Sequence[Hit]) -> tuple[Place, ...]:
    return tuple(Place(hit.title, hit.url, number) for number, hit in enumerate(hits, start=1))


def _changed(hits: Sequence[Hit], before: Sequence[Hit], *, knows_all: bool) -> tuple[Place, ...]:
    places = {hit.page_id: number for number, hit in enumerate(before, start=1)}
    unknown = 0 if knows_all else None
    return tuple(
        Place(hit.title, hit.url, number, was if was != number else None)
        for number, hit in enumerate(hits, start=1)
        for was in [places.get(hit.page_id, unknown)]
    )
