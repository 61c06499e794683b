"""In which order pages are to stand, and how near each is to what was chosen."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from tests.search.oracle.truth import Asked, above, now, state_of, tree_for
from tests.search.oracle.world import Seen, Tree, World

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def in_order(world: World, pages: list[Seen], asked: Asked) -> list[Seen]:
    """Pages as they are to stand; with words and by relevance only as far as ``before_words``."""
    keys = {"relevance": before_words, "newest": _by_age, "date": _by_date, "title": _by_title}
    of_sort = keys[asked.sort]
    return sorted(pages, key=lambda page: (of_sort(world, page, asked), *_title(page)))


def distance(world: World, page: Seen, asked: Asked) -> int:
    """How many steps it lies outside what was chosen, over all vocabularies that overlap."""
    return sum(steps for steps, _terms in _nearest(world, page, asked).values())


def around(world: World, page: Seen, asked: Asked) -> dict[str, set[str]]:
    """Of each vocabulary in which it lies around what was chosen, its nearest terms."""
    found = _nearest(world, page, asked)
    return {vocabulary: terms for vocabulary, (steps, terms) in found.items() if steps}


def _nearest(world: World, page: Seen, asked: Asked) -> dict[str, tuple[int, set[str]]]:
    found = {}
    for vocabulary, codes in asked.filters.items():
        tree = tree_for(vocabulary, asked, world.trees)
        if tree is None or tree.match != "overlap" or not codes:
            continue
        steps = _steps_of_each(page.terms.get(vocabulary, ()), now(codes, tree), tree)
        least = min(steps.values())
        found[vocabulary] = (least, {mine for mine, far in steps.items() if far == least})
    return found


def _steps_of_each(carried: Iterable[str], chosen: list[str], tree: Tree) -> dict[str, int]:
    """Of the terms that are found by one of the chosen, how far they lie from the nearest."""
    far = {mine: [_steps(mine, code, tree) for code in chosen] for mine in carried}
    met = {mine: [steps for steps in each if steps is not None] for mine, each in far.items()}
    return {mine: min(steps) for mine, steps in met.items() if steps}


def _steps(mine: str, chosen: str, tree: Tree) -> int | None:
    if mine == chosen or chosen in above(mine, tree):
        return 0
    chain = above(chosen, tree)
    return chain.index(mine) + 1 if mine in chain else None


def before_words(world: World, page: Seen, asked: Asked) -> tuple[bool, int]:
    """What decides by relevance whatever the words are worth: what is closed stands last, unless it
    is called just what was asked for; of the others the nearer goes first."""
    is_called_so = _plain(page.title) == _plain(" ".join(asked.words))
    is_closed = state_of(page, asked.moment) == "closed" and not is_called_so
    return is_closed, distance(world, page, asked)


def _plain(text: str) -> str:
    """Letters and digits."""
    return "".join(filter(str.isalnum, text.lower()))


def _by_age(world: World, page: Seen, asked: Asked) -> Any:
    """The latest first; what was never published last."""
    published = page.first_published
    return (1, 0.0) if published is None else (0, -(published - _NEVER).total_seconds())


def _by_date(world: World, page: Seen, asked: Asked) -> Any:
    """What is to come, the nearest first; what is past, the latest first; then what has no date,
    with what is closed at the end."""
    moment, state = page.told.sort_date, state_of(page, asked.moment)
    if moment is None:
        return (3 if state == "closed" else 2, 0.0)
    seconds = (moment - _NEVER).total_seconds()
    is_past = moment < asked.moment if state is None else state == "closed"
    return (1, -seconds) if is_past else (0, seconds)


def _by_title(world: World, page: Seen, asked: Asked) -> Any:
    return 0


def _title(page: Seen) -> tuple[str, int]:
    return page.title.lower(), page.pk
