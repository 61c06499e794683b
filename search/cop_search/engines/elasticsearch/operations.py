"""From changes of pages to lines of a bulk, in every index that they concern."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cop_search.delivery.target import Change, Place, Stored
from cop_search.engines.elasticsearch import names
from cop_search.engines.elasticsearch.bulk import Operation
from cop_search.engines.elasticsearch.mapping import as_source


def places_of(changes: Iterable[Change]) -> set[Place]:
    """Where their documents belong."""
    return {_place(change.document) for change in changes if change.document}


def operations(
    runs: Mapping[str, Mapping[Place, str]], changes: Sequence[Change], *, elsewhere: bool
) -> Iterator[Operation]:
    """In its own index a page is written; with ``elsewhere`` it goes from all others of the run: it
    may have been in another language or on another site before. A page that goes, goes from all."""
    sources = {
        change.page_id: (_place(change.document), as_source(change.document))
        for change in changes
        if change.document
    }
    for places in runs.values():
        for change in changes:
            own, source = sources.get(change.page_id, (None, None))
            for place, name in places.items():
                if place != own and own and not elsewhere:
                    continue
                told = source if place == own else None
                yield Operation(names.write(name), change.page_id, change.version, told)


def _place(document: Stored) -> Place:
    columns = document.draft.columns
    return str(columns["locale"]).lower(), int(columns["site_id"])
