"""What every test of the suite rests on."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The tables are made without migrations; wagtail-localize asks which ones were applied."""
    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()
