"""What every test of the suite rests on."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as site_settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import translation
from wagtail.signal_handlers import disable_reference_index_auto_update

#: What Hypothesis keeps of the alphabet of the world lies with all else that is made here.
_KEPT = Path(__file__).parent.parent / ".cache" / "hypothesis"
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(_KEPT))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The tables are made without migrations; wagtail-localize asks which ones were applied."""
    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()


@pytest.fixture(autouse=True)
def in_the_language_of_the_site() -> Iterator[None]:
    """A request leaves its own language behind for whatever comes next in the same thread."""
    with translation.override(site_settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def with_no_words_in_memory() -> None:
    """A process keeps words and years of a site for a while; each test has a site of its own."""
    if apps.is_installed("cop_search"):
        from cop_search import correction, years

        correction.forget()
        years.forget()


@pytest.fixture(autouse=True)
def without_wagtails_indexes(request: pytest.FixtureRequest, settings: Any) -> Iterator[None]:
    """Wagtail's own search and its "used by" are kept at every save: two fifths of a test that
    makes pages. Tests that read them ask for it: ``@pytest.mark.wagtail_indexes``."""
    if request.node.get_closest_marker("wagtail_indexes"):
        yield
        return
    backend = settings.WAGTAILSEARCH_BACKENDS["default"]
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**backend, "AUTO_UPDATE": False}}
    with disable_reference_index_auto_update():
        yield
