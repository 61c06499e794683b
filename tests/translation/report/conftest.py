from collections.abc import Iterator
from typing import Any

import pytest

from tests.translation.rights.world import World, a_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A page and two snippets with English translations, a page without and one with two, and
    somebody in every role; made once for a module, each test's own changes are taken back."""
    with django_db_blocker.unblock(), a_world() as made:
        yield made
