"""The index: written from what is in the database, compared with it, made anew.

Pages are always read afresh, never taken from memory: what an editor has in a form is a draft.
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db import connections, router, transaction
from wagtail.models import Locale

from cop_search.documents import Draft, draft, findable
from cop_search.engines import get_engine
from cop_search.engines.base import SearchedText
from cop_search.models import Document, DocumentFacet
from cop_search.names import terms_of

logger = logging.getLogger("cop_search")

#: Pages read and written at once.
CHUNK = 200


@dataclass(frozen=True, slots=True)
class Drafts:
    """What pages are now: their drafts, and those that could not be read."""

    drafts: dict[int, Draft]
    failed: frozenset[int]


def using() -> str:
    """The database that holds the index."""
    return str(router.db_for_write(Document))


def refresh(page_ids: Collection[int], *, force: bool = False) -> frozenset[int]:
    """Makes the index agree with these pages as they are now; answers those that failed.

    Call it in a transaction, with ``lock()`` held. A page whose app raises stays as it was. What is
    there already is not written again but by ``force``.
    """
    now = read(page_ids)
    known = Document.objects.filter(page_id__in=page_ids).values_list("page_id", "fingerprint")
    fingerprints = dict(known)
    changed = [
        draft
        for page_id, draft in now.drafts.items()
        if force or fingerprints.get(page_id) != draft.fingerprint
    ]
    gone = set(fingerprints).difference(now.drafts, now.failed)
    remove(gone)
    store(changed)
    return now.failed


def read(page_ids: Collection[int]) -> Drafts:
    """The drafts of those of these pages that may be found. Queries depend on the types of page."""
    pages = list(findable().filter(pk__in=page_ids).specific())
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    for page in pages:
        page.locale = locales[page.locale_id]
    terms = terms_of({page.pk: page.locale.language_code for page in pages})
    drafts: dict[int, Draft] = {}
    failed: set[int] = set()
    for page in pages:
        try:
            with transaction.atomic(using=using()):
                made = draft(page, terms.get(page.pk, ()))
        except Exception:
            logger.exception("Page %s could not be read for the index", page.pk)
            failed.add(page.pk)
        else:
            if made:
                drafts[page.pk] = made
    return Drafts(drafts, frozenset(failed))


def store(drafts: Sequence[Draft]) -> None:
    """Writes documents, facets and words, whether they are there already or not."""
    if not drafts:
        return
    rows = [
        Document(page_id=draft.page_id, fingerprint=draft.fingerprint, **draft.columns)
        for draft in drafts
    ]
    columns = [*drafts[0].columns, "fingerprint"]
    Document.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page_id"], update_fields=columns
    )
    page_ids = [draft.page_id for draft in drafts]
    keys = dict(Document.objects.filter(page_id__in=page_ids).values_list("page_id", "pk"))
    DocumentFacet.objects.filter(document__in=keys.values()).delete()
    DocumentFacet.objects.bulk_create(
        DocumentFacet(document_id=keys[draft.page_id], dimension=dimension, value=value)
        for draft in drafts
        for dimension, value in draft.facets
    )
    get_engine().upsert([SearchedText(keys[draft.page_id], *draft.words) for draft in drafts])


def remove(page_ids: Collection[int]) -> None:
    """Takes pages out of the index."""
    if not page_ids:
        return
    documents = Document.objects.filter(page_id__in=page_ids)
    get_engine().delete(list(documents.values_list("pk", flat=True)))
    documents.delete()


def lock() -> None:
    """One writer at a time, so that none stores what it read before another's commit.

    SQLite has one writer anyway, once the transaction has written; PostgreSQL is asked.
    """
    connection = connections[using()]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('cop_search'))")


def page_ids() -> list[int]:
    """All pages that may be found or are in the index, in a stable order."""
    known = set(Document.objects.values_list("page_id", flat=True))
    return sorted(known.union(findable().values_list("pk", flat=True)))


def chunks(ids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
