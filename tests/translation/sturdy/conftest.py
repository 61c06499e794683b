from collections.abc import Iterator
from typing import Any

import pytest

from cop_blocks.translation.seams import taken_off
from tests.translation.sturdy.world import World, a_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Made once for a module; each test's own changes are taken back."""
    with django_db_blocker.unblock(), a_world() as made:
        yield made


@pytest.fixture
def upstream(settings: Any) -> Iterator[None]:
    """wagtail-localize as it comes: what each of these tests is about then fails."""
    settings.COP_TRANSLATION_GUARDS_OFF = True
    with taken_off():
        yield
