from collections.abc import Iterator
from typing import Any

import pytest

from tests.translation.proof.everything import Everything, everything


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Everything]:
    """Made once for all proofs; each test's own changes are taken back."""
    with django_db_blocker.unblock(), everything() as made:
        yield made
