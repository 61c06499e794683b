"""The index: written from what is in the database, compared with it, made anew.

Pages are always read afresh, never taken from memory: what an editor has in a form is a draft.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connections, router, transaction
from wagtail.models import Locale, Site

from cop_blocks.finding import prefetch
from cop_blocks.page_text import read_ahead
from cop_search import vocabulary
from cop_search.documents import Draft, draft, findable
from cop_search.engines import get_engine
from cop_search.engines.base import SearchedText
from cop_search.models import Document
from cop_search.names import PageTerm, terms_of
from cop_search.rows import write_documents, write_facets

if TYPE_CHECKING:
    from cop_search.tally import Tally

logger = logging.getLogger("cop_search")

#: Pages read and written at once: while visitors and editors wait for them, and by a rebuild.
CHUNK, REBUILD_CHUNK = 200, 500


@dataclass(frozen=True, slots=True)
class Drafts:
    """What pages are now: their drafts, and those that could not be read."""

    drafts: dict[int, Draft]
    failed: frozenset[int]


def using() -> str:
    """The database that holds the index."""
    return str(router.db_for_write(Document))


def refresh(
    page_ids: Collection[int], *, generation: int | None = None, tally: "Tally | None" = None
) -> frozenset[int]:
    """Makes the index agree with these pages as they are now; answers those that failed.

    Call it in a transaction, with ``lock()`` held. A page whose app raises stays as it was. What is
    there already is written again only by a rebuild, which says its ``generation``, and may give a
    ``tally`` to count words later.
    """
    if not page_ids:
        return frozenset()
    now = read(page_ids)
    known = Document.objects.filter(page_id__in=page_ids).values_list("page_id", "fingerprint")
    fingerprints = dict(known)
    changed = [
        draft
        for page_id, draft in now.drafts.items()
        if generation is not None or fingerprints.get(page_id) != draft.fingerprint
    ]
    gone = set(fingerprints).difference(now.drafts, now.failed)
    remove(gone)
    return now.failed | _store_or_name(changed, generation, tally)


def _store_or_name(
    drafts: Sequence[Draft], generation: int | None, tally: "Tally | None"
) -> frozenset[int]:
    """Stores them all, or all but those that no database takes; answers these. Raises where none
    can be stored: then it is not the pages that are wrong."""
    if not drafts:
        return frozenset()
    try:
        _store_in_savepoint(drafts, generation, tally)
        return frozenset()
    except Exception:
        # The app of one of them said something odd; each alone tells of which.
        each = (_fails_alone(draft, generation, tally) for draft in drafts)
        failed = frozenset(filter(None, each))
        if len(failed) == len(drafts):
            raise
        return failed


def _fails_alone(draft: Draft, generation: int | None, tally: "Tally | None") -> int | None:
    try:
        _store_in_savepoint([draft], generation, tally)
    except Exception:
        logger.exception("Page %s could not be stored in the index", draft.page_id)
        return draft.page_id
    return None


def _store_in_savepoint(
    drafts: Sequence[Draft], generation: int | None, tally: "Tally | None"
) -> None:
    with transaction.atomic(using=using()):
        store(drafts, generation=generation, tally=tally)


def read(page_ids: Collection[int]) -> Drafts:
    """The drafts of those of these pages that may be found. Queries depend on the types of page."""
    pages = list(findable().filter(pk__in=page_ids).specific())
    if not pages:
        return Drafts({}, frozenset())
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    roots = Site.get_site_root_paths()
    for page in pages:
        page.locale = locales[page.locale_id]
        # Where Wagtail looks first.
        page._wagtail_cached_site_root_paths = roots
    terms = terms_of({page.pk: page.locale.language_code for page in pages})
    try:
        return Drafts(_drafts(pages, terms), frozenset())
    except Exception:
        # The app of one of them; each alone tells of which.
        return _one_by_one(pages, terms)


def _one_by_one(pages: Iterable[Any], terms: Mapping[int, list[PageTerm]]) -> Drafts:
    drafts: dict[int, Draft] = {}
    failed: set[int] = set()
    for page in pages:
        try:
            drafts.update(_drafts([page], terms))
        except Exception:
            logger.exception("Page %s could not be read for the index", page.pk)
            failed.add(page.pk)
    return Drafts(drafts, frozenset(failed))


def _drafts(pages: Sequence[Any], terms: Mapping[int, list[PageTerm]]) -> dict[int, Draft]:
    """In a savepoint: a statement of an app that fails does not spoil the transaction."""
    with transaction.atomic(using=using()):
        prefetch(pages)
        read_ahead(pages)
        made = [draft(page, terms.get(page.pk, ())) for page in pages]
    return {each.page_id: each for each in made if each}


def store(
    drafts: Sequence[Draft], *, generation: int | None = None, tally: "Tally | None" = None
) -> None:
    """Writes documents, facets and words, whether they are there already or not."""
    if not drafts:
        return
    before = vocabulary.counted([draft.page_id for draft in drafts])
    after = {draft.page_id: vocabulary.Texts.of(draft.columns) for draft in drafts}
    later: dict[int, vocabulary.Texts] = {}
    if tally:
        later = {page_id: now for page_id, now in after.items() if now != before.get(page_id)}
        after = {page_id: now for page_id, now in after.items() if page_id not in later}
        tally.add(later)
    # An edit leaves the mark of the rebuild that wrote the document.
    write_documents(drafts, generation=generation, uncounted=later)
    keys = write_facets(drafts)
    get_engine().upsert([SearchedText(keys[draft.page_id], *draft.words) for draft in drafts])
    vocabulary.change(before, after)


def remove(page_ids: Collection[int]) -> None:
    """Takes pages out of the index."""
    if not page_ids:
        return
    documents = Document.objects.filter(page_id__in=page_ids)
    vocabulary.change(vocabulary.counted(page_ids), {})
    get_engine().delete(list(documents.values_list("pk", flat=True)))
    documents.delete()


def lock() -> None:
    """One writer at a time, so that none stores what it read before another's commit.

    PostgreSQL is asked. SQLite has one writer as soon as a transaction writes: by a first write
    that changes nothing, what is read after it is the latest.
    """
    connection = connections[using()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('cop_search'))")
        else:
            cursor.execute(f"DELETE FROM {Document._meta.db_table} WHERE 1 = 0")  # noqa: S608


def page_ids() -> list[int]:
    """All pages that may be found or are in the index, in a stable order."""
    known = set(Document.objects.values_list("page_id", flat=True))
    return sorted(known.union(findable().values_list("pk", flat=True)))


def chunks(ids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
