"""Where a search server differs from the tables, and in what."""

from collections.abc import Collection, Iterable, Mapping

from cop_search.delivery.target import Held, Index
from cop_search.models import Document, Outbox
from cop_search.outbox import TABLES

#: What both sides say of a page: key, fingerprint, language, site.
_Said = tuple[int, str, str, int]


def compare(name: str, index: Index, reserved: Collection[int] = ()) -> dict[int, str]:
    """Page -> what is wrong with it. What waits or was set aside is not wrong, nor what cannot be
    read; a row of the outbox that is ``reserved`` does not count as one that waits. A fixed number
    of statements; reads all documents. Raises ``Away``.

    Pages change while both sides are read: what differs is looked at a second time, and told where
    it differs in the same way.
    """
    found = _differences(name, index, reserved)
    if not found:
        return {}
    again = _differences(name, index, reserved)
    return {page_id: problem for page_id, problem in found.items() if again.get(page_id) == problem}


def _differences(name: str, index: Index, reserved: Collection[int]) -> dict[int, str]:
    held = _by_page(index.held())
    columns = ("page_id", "pk", "fingerprint", "locale", "site_id")
    documents: dict[int, _Said] = {
        page_id: (pk, fingerprint, locale, site_id)
        for page_id, pk, fingerprint, locale, site_id in Document.objects.values_list(
            *columns
        ).iterator()
    }
    rows = Outbox.objects.filter(reader=name) | Outbox.objects.filter(reader=TABLES)
    excused = {page_id for row, page_id in rows.values_list("pk", "page_id") if row not in reserved}
    return {
        page_id: problem
        for page_id in sorted(held.keys() | documents.keys())
        if page_id not in excused
        and (problem := _problem(documents.get(page_id), held.get(page_id, [])))
    }


def _by_page(held: Iterable[Held]) -> Mapping[int, list[_Said]]:
    by_page: dict[int, list[_Said]] = {}
    for each in held:
        said = (each.document_id, each.fingerprint, each.locale, each.site_id)
        by_page.setdefault(each.page_id, []).append(said)
    return by_page


def _problem(document: _Said | None, held: list[_Said]) -> str:
    if document is None:
        return "is in the search server and should not be"
    if not held:
        return "is not in the search server"
    if held == [document]:
        return ""
    if len(held) > 1:
        return "is in the search server more than once"
    return "differs in the search server"
