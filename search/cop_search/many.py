"""Many rows into a table that is written past its model, or has none."""
# ruff: noqa: S608

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def insert_many(
    connection: BaseDatabaseWrapper,
    into: str,
    columns: dict[str, str],
    rows: Sequence[Sequence[Any]],
    conflict: str = "",
) -> None:
    """Rows of ``columns``, each with its type on PostgreSQL, which takes all in one statement;
    SQLite is quick with one for each. Names are part of the text, values are not."""
    if not rows:
        return
    start = f"INSERT INTO {into} ({', '.join(columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            lists = ", ".join(f"%s::{kind}[]" for kind in columns.values())
            values = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"{start} SELECT * FROM UNNEST({lists}) {conflict}", values)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"{start} VALUES ({places}) {conflict}", rows)
