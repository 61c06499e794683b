from types import SimpleNamespace

import pytest

from cop_catalog.models import GoodPracticeIndexPage, InitiativeIndexPage, ThemeIndexPage
from cop_search import outbox
from tests.catalog import factories


@pytest.fixture
def site(db):
    """A site in Dutch and English with the three lists of the catalogue in both."""
    home, home_en = factories.make_homes()
    made = SimpleNamespace(home=home, home_en=home_en)
    for name, model, dutch in (
        ("catalogue", InitiativeIndexPage, "Ondersteuning"),
        ("practices", GoodPracticeIndexPage, "Goede praktijken"),
        ("themes", ThemeIndexPage, "Thema’s"),
    ):
        page = factories.make_index(home, model, title=dutch)
        setattr(made, name, page)
        setattr(made, f"{name}_en", factories.translated(page, title=f"{dutch} (en)"))
    made.digital = factories.make_term(
        "theme", "digitalisation", "Digitalisering", "Digitalisation"
    )
    made.circular = factories.make_term("theme", "circular", "Circulair", "Circular")
    return made


@pytest.fixture
def visit(client):
    """Gets an address, after all that waits is indexed: what the end of a transaction does."""

    def get(url, data=None):
        outbox.work_off()
        return client.get(url, data)

    return get
