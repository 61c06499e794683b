"""Many changes in one request, and what the answer says of each."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cop_search.delivery.target import Away

#: In bytes, of one request.
MOST = 5_000_000

#: What is told as if the document were wrong, and is not.
_OF_THE_INDEX = ("index_closed_exception",)


@dataclass(frozen=True)
class Operation:
    """One line of a bulk, or two; ``source`` is ``None`` for one that deletes."""

    index: str
    page_id: int
    version: int
    source: Mapping[str, Any] | None

    @property
    def lines(self) -> list[dict[str, Any]]:
        told: dict[str, Any] = {
            "_index": self.index,
            "_id": str(self.page_id),
            "version": self.version,
            "version_type": "external",
        }
        if self.source is None:
            return [{"delete": told}]
        return [{"index": {**told, "require_alias": True}}, dict(self.source)]

    @cached_property
    def encoded(self) -> list[bytes]:
        """The lines as they are sent, made once: to be weighed, and to be sent."""
        return [
            json.dumps(line, default=str, ensure_ascii=False, separators=(",", ":")).encode()
            for line in self.lines
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Page -> what it is refused for; the indexes that are not there any more; and those that a
    removal made by itself, under the name of an alias that went a moment before."""

    refused: Mapping[int, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    strays: frozenset[str] = frozenset()

    def __or__(self, other: "Outcome") -> "Outcome":
        refused = {**self.refused, **other.refused}
        return Outcome(refused, self.gone | other.gone, self.strays | other.strays)


def bundles(operations: Iterable[Operation], most: int = MOST) -> Iterator[list[Operation]]:
    """So that no request is larger than a server takes, unless one document alone is."""
    bundle: list[Operation] = []
    size = 0
    for operation in operations:
        weight = sum(len(line) + 1 for line in operation.encoded)
        if bundle and size + weight > most:
            yield bundle
            bundle, size = [], 0
        bundle.append(operation)
        size += weight
    if bundle:
        yield bundle


def outcome(operations: Sequence[Operation], items: Sequence[Mapping[str, Any]]) -> Outcome:
    """Raises ``Away`` where one of them may be taken later: nothing of it is acknowledged then.

    A newer version that is there already is as good as done, and so is the removal of what is not
    there.
    """
    refused: dict[int, str] = {}
    gone: set[str] = set()
    strays: set[str] = set()
    for operation, item in zip(operations, items, strict=True):
        (said,) = item.values()
        status, error = said["status"], said.get("error") or {}
        if status < 300 or status == 409 or (status == 404 and not error):
            # By an alias the answer names the index behind it. Of a removal no alias can be
            # required, and one with a version of ours makes the index that it does not find.
            if operation.source is None and said.get("_index") == operation.index:
                strays.add(operation.index)
            continue
        if error.get("type") == "index_not_found_exception":
            gone.add(operation.index)
        elif status in (400, 413) and error.get("type") not in _OF_THE_INDEX:
            refused[operation.page_id] = reason(error)
        else:
            raise Away(f"{status} {reason(error)}")
    return Outcome(refused, frozenset(gone), frozenset(strays))


def reason(error: Mapping[str, Any]) -> str:
    """The error with its cause, which says what is wrong with the document."""
    told = [f"{error.get('type')}: {error.get('reason')}"]
    if cause := error.get("caused_by"):
        told.append(reason(cause))
    return "; ".join(told)[:1000]
