"""The database of the settings: made where it is missing, and what it is."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from urllib.parse import urlsplit


def create_if_missing() -> None:
    """A server of PostgreSQL has no database yet; SQLite makes its file by itself."""
    address = os.environ.get("COP_TEST_POSTGRES")
    if not address:
        return
    import psycopg

    name = urlsplit(address).path.lstrip("/")
    server = address.removesuffix(f"/{name}") + "/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not known.fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')


def has_pages() -> bool:
    from django.db import connection

    from benchmarks.corpus.models import SupportPage

    return SupportPage._meta.db_table in connection.introspection.table_names()


def tell_versions() -> None:
    import django
    import wagtail
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            database = f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
    else:
        database = f"SQLite {sqlite3.sqlite_version}"
    print(
        f"\n## {database}, Wagtail {wagtail.__version__}, Django {django.__version__}, "
        f"Python {platform.python_version()}, {datetime.now(tz=UTC):%Y-%m-%d %H:%M} UTC"
    )
