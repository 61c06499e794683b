"""The answers, by looking at every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from tests.search.oracle.world import Name, Seen, Tree, World

#: Where a day begins.
ZONE = ZoneInfo("Europe/Amsterdam")

STATES = ("soon", "open", "closed")
#: All that a site by chance has, and some beside them.
YEARS = tuple(str(year) for year in range(2020, 2033))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks: words as they are typed, choices by code."""

    locale: str
    moment: datetime
    site: int | None = None
    words: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[int, ...] = ()
    #: Vocabularies of which what the chosen terms lie within is not wanted.
    only: tuple[str, ...] = ()
    sort: str = "relevance"


def found(world: World, asked: Asked, among: Iterable[Seen] | None = None) -> list[Seen]:
    """The pages that a visitor is to get, in no order; ``among`` spares looking at them all."""
    ways = _ways(asked.words, world.same.get(asked.locale, ()))
    return [
        page
        for page in (world.pages if among is None else among)
        if _has_words(page, ways) and _is_asked_for(page, asked, world.trees)
    ]


def counts(world: World, asked: Asked, kinds: Iterable[str]) -> dict[str, dict[str, int]]:
    """Of each option of each facet what a visitor would get who chose it instead of what is chosen
    of that facet now; options that give nothing are left out."""
    counted = {
        "kind": _each(world, replace(asked, kinds=()), {k: {"kinds": (k,)} for k in kinds}),
        "state": _each(world, replace(asked, states=()), {s: {"states": (s,)} for s in STATES}),
        "year": _each(world, replace(asked, years=()), {y: {"years": (y,)} for y in YEARS}),
    }
    for vocabulary, tree in world.trees.items():
        others = {name: codes for name, codes in asked.filters.items() if name != vocabulary}
        options = {code: {"filters": {**others, vocabulary: (code,)}} for code in tree.broader}
        counted[vocabulary] = _each(world, replace(asked, filters=others), options)
    return counted


def _each(world: World, without: Asked, options: Mapping[str, dict[str, Any]]) -> dict[str, int]:
    rest = found(world, without)
    counted = {
        option: len(found(world, replace(without, **chosen), among=rest))
        for option, chosen in options.items()
    }
    return {option: count for option, count in counted.items() if count}


def state_of(page: Seen, moment: datetime) -> str | None:
    told = page.told
    if not told.has_state:
        return None
    if told.closed or (told.closes is not None and told.closes < moment):
        return "closed"
    return "soon" if told.opens is not None and told.opens > moment else "open"


def years_of(page: Seen) -> set[str]:
    """All calendar years with a moment of it: from its beginning to just before its end."""
    told = page.told
    if told.opens is not None and told.closes is not None and told.opens <= told.closes:
        first, last = told.opens.astimezone(ZONE).year, told.closes.astimezone(ZONE).year
        begun = (y for y in range(first + 1, last + 1) if told.closes > _midnight(date(y, 1, 1)))
        return {str(year) for year in (first, *begun)}
    return set() if told.sort_date is None else {str(told.sort_date.astimezone(ZONE).year)}


def _is_asked_for(page: Seen, asked: Asked, trees: Mapping[str, Tree]) -> bool:
    return (
        page.locale == asked.locale
        and (asked.site is None or page.site == asked.site)
        and (page.expires is None or page.expires > asked.moment)
        and page.pk not in asked.exclude
        and (not asked.kinds or page.told.kind in asked.kinds)
        and (not asked.states or state_of(page, asked.moment) in asked.states)
        and (not asked.years or not years_of(page).isdisjoint(asked.years))
        and _is_within_days(page, asked.since, asked.until)
        and all(
            _carries(page.terms.get(vocabulary, frozenset()), codes, tree)
            for vocabulary, codes in asked.filters.items()
            if codes
            for tree in [tree_for(vocabulary, asked, trees)]
        )
    )


#: Of one word what a page may have instead: all words of one of these.
Ways = list[Name]


@lru_cache(maxsize=8)
def _ways(words: tuple[str, ...], same: tuple[tuple[Name, ...], ...]) -> list[Ways]:
    """Each word by itself, or where it stands in a name of a term, any other name of that term."""
    asked = tuple(dict.fromkeys(words))
    ways: list[Ways] = [[(word,)] for word in asked]
    for names in same:
        for name in names:
            for start in range(len(asked) - len(name) + 1):
                if asked[start : start + len(name)] == name:
                    for place in range(start, start + len(name)):
                        ways[place] += [other for other in names if other != name]
    return ways


def _has_words(page: Seen, ways: list[Ways]) -> bool:
    return all(any(page.words.issuperset(way) for way in of_one) for of_one in ways)


def _is_within_days(page: Seen, since: date | None, until: date | None) -> bool:
    """What opens and closes is there from its first to its last moment; another page on its day."""
    told = page.told
    first, last = (told.opens, told.closes) if told.has_state else (told.sort_date, told.sort_date)
    if (since or until) and not told.has_state and told.sort_date is None:
        return False
    if since and last is not None and last < _midnight(since):
        return False
    return not (until and first is not None and first >= _midnight(until + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)


def tree_for(vocabulary: str, asked: Asked, trees: Mapping[str, Tree]) -> Tree | None:
    """The vocabulary as it is to match this time."""
    tree = trees.get(vocabulary)
    if tree and tree.match == "overlap" and vocabulary in asked.only:
        return replace(tree, match="within")
    return tree


def _carries(carried: Iterable[str], asked: Iterable[str], tree: Tree | None) -> bool:
    if tree is None:
        return False
    wanted = now(asked, tree)
    return any(_meet(mine, code, tree) for mine in carried for code in wanted)


def now(codes: Iterable[str], tree: Tree) -> list[str]:
    """The terms that codes stand for today; a code that there is not stands for none."""
    current = []
    for code in codes:
        while code in tree.merged:
            code = tree.merged[code]
        if code in tree.broader:
            current.append(code)
    return current


def _meet(mine: str, wanted: str, tree: Tree) -> bool:
    if mine == wanted:
        return True
    if tree.match in ("within", "overlap") and wanted in above(mine, tree):
        return True
    return tree.match == "overlap" and mine in above(wanted, tree)


def above(code: str, tree: Tree) -> list[str]:
    """What a term lies within, the nearest first."""
    chain: list[str] = []
    broader = tree.broader.get(code)
    while broader is not None:
        assert broader not in chain, f"{code} lies in a ring"
        chain.append(broader)
        broader = tree.broader.get(broader)
    return chain
