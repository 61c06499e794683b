"""How indexes and aliases are called.

Each language of each site has an index of its own for each run of a rebuild:
``PREFIX.LOCALE.SITE.RUN``. What answers carries the aliases ``PREFIX.LOCALE.SITE`` and
``PREFIX.LOCALE``, of all sites. Ask these and no pattern: ``PREFIX.LOCALE.*`` also finds what is
being filled. No prefix has a dot, so nothing of one partner ever looks like something of another.
What is written goes through an alias ``….write`` of the one index: an index that is gone is then
refused, where by its name Elasticsearch would make it again, empty and without a mapping.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cop_search.delivery.target import Place

_WRITE = ".write"


@dataclass(frozen=True, slots=True)
class Indexes:
    """Run -> place -> name, of what answers and of what is being filled."""

    live: Mapping[str, Mapping[Place, str]]
    beside: Mapping[str, Mapping[Place, str]]

    @property
    def runs(self) -> dict[str, dict[Place, str]]:
        """Both together."""
        runs: dict[str, dict[Place, str]] = {}
        for each in (self.live, self.beside):
            for run, places in each.items():
                runs.setdefault(run, {}).update(places)
        return runs

    @property
    def answering(self) -> list[str]:
        """Names of what answers."""
        return [name for places in self.live.values() for name in places.values()]

    @property
    def names(self) -> set[str]:
        return {name for places in self.runs.values() for name in places.values()}


def alias(prefix: str, place: Place) -> str:
    """Of what answers in one language on one site."""
    return f"{alias_of_locale(prefix, place[0])}.{place[1]}"


def alias_of_locale(prefix: str, locale: str) -> str:
    """Of what answers in one language, on every site."""
    return f"{prefix}.{locale.lower()}"


def answering(prefix: str, place: Place) -> tuple[str, str]:
    """The aliases of an index that answers."""
    return alias(prefix, place), alias_of_locale(prefix, place[0])


def index(prefix: str, place: Place, run: str) -> str:
    return f"{alias(prefix, place)}.{run}"


def write(name: str) -> str:
    return name + _WRITE


def read_aliases(prefix: str, answer: Mapping[str, Any]) -> Indexes:
    """What ``GET /PREFIX.*/_alias`` says; what has no writing alias is no index of ours."""
    live: dict[str, dict[Place, str]] = {}
    beside: dict[str, dict[Place, str]] = {}
    for name, said in answer.items():
        fits = _pattern(prefix).fullmatch(name)
        if fits is None or write(name) not in said["aliases"]:
            continue
        place = (fits[1], int(fits[2]))
        answers = alias(prefix, place) in said["aliases"]
        (live if answers else beside).setdefault(fits[3], {})[place] = name
    return Indexes(live, beside)


def leftovers(prefix: str, answer: Mapping[str, Any]) -> list[str]:
    """Everything that is called as ours is, and does not answer."""
    live = read_aliases(prefix, answer).answering
    ours = {name for name in answer if _pattern(prefix).fullmatch(name.removesuffix(_WRITE))}
    return sorted(ours.difference(live))


@cache
def _pattern(prefix: str) -> re.Pattern[str]:
    return re.compile(re.escape(prefix) + r"\.([a-z][a-z0-9-]*)\.(\d+)\.(\d+)")
