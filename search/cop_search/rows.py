"""Documents and their facets as rows. A rebuild writes many thousands: without a model, a signal
and a compiled statement for each it takes a third of the time."""
# ruff: noqa: S608

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper

from cop_search.documents import Draft
from cop_search.many import insert_many
from cop_search.models import Document, DocumentFacet
from cop_search.vocabulary import UNCOUNTED


def write_documents(
    drafts: Sequence[Draft], *, generation: int | None, uncounted: Collection[int]
) -> None:
    """Adds documents or replaces them. ``uncounted`` are pages of which the words are counted
    later; without a ``generation`` that of a document stays."""
    connection = _connection()
    # Whatever their type, values become what the database takes.
    fields = [field for field in Document._meta.concrete_fields if not field.primary_key]
    stays = {"page_id"} if generation is not None else {"page_id", "generation"}
    names = [connection.ops.quote_name(str(field.column)) for field in fields]
    changes = ", ".join(
        f"{name} = excluded.{name}"
        for name, field in zip(names, fields, strict=True)
        if field.name not in stays
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {Document._meta.db_table} ({', '.join(names)}) "
            f"VALUES ({', '.join(['%s'] * len(names))}) "
            f"ON CONFLICT (page_id) DO UPDATE SET {changes}",
            [
                [field.get_db_prep_save(values[field.name], connection) for field in fields]
                for values in (_values(draft, generation or 0, uncounted) for draft in drafts)
            ],
        )


def _values(draft: Draft, generation: int, uncounted: Collection[int]) -> dict[str, Any]:
    values = {
        **draft.columns,
        "page_id": draft.page_id,
        "fingerprint": draft.fingerprint,
        "generation": generation,
    }
    if draft.page_id in uncounted:
        values["analyzer_version"] = UNCOUNTED
    return values


def write_facets(drafts: Sequence[Draft]) -> dict[int, int]:
    """Gives the documents of these drafts their facets, and writes only what differs; answers the
    key of each document by its page."""
    there = list(
        Document.objects.filter(page_id__in=[draft.page_id for draft in drafts]).values_list(
            "page_id", "pk", "facets__dimension", "facets__value"
        )
    )
    keys = {page_id: key for page_id, key, _, _ in there}
    # A document without facets comes as a row without a dimension.
    old = {(key, name, value) for _, key, name, value in there if name is not None}
    wanted = {
        (keys[draft.page_id], name, value) for draft in drafts for name, value in draft.facets
    }
    table = DocumentFacet._meta.db_table
    with _connection().cursor() as cursor:
        if gone := old - wanted:
            where = "document_id = %s AND dimension = %s AND value = %s"
            cursor.executemany(f"DELETE FROM {table} WHERE {where}", sorted(gone))
    columns = {"document_id": "bigint", "dimension": "text", "value": "text"}
    insert_many(_connection(), table, columns, sorted(wanted - old))
    return keys


def _connection() -> BaseDatabaseWrapper:
    return connections[router.db_for_write(Document)]
