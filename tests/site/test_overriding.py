"""The examples of docs/overriding.md, taken from the page itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.test import Client
from django.utils.translation import gettext as translated
from django.utils.translation import override, trans_real

from tests.catalog import factories
from tests.site import fresh

pytestmark = pytest.mark.django_db

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "overriding.md").read_text()


def example(kind: str) -> str:
    """The example of a kind (``html``, ``po``), as it stands on the page."""
    found: list[str] = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, kind
    return found[0]


@pytest.fixture
def catalogue() -> Any:
    catalogue = factories.make_index(fresh.home(), slug="catalogue")
    factories.make_initiative(catalogue, "Voucher", providers=["Haven"])
    return catalogue


@pytest.fixture
def own_words(tmp_path: Path, settings: Any) -> Iterator[None]:
    """A site with a ``locale`` folder of its own, as ``compilemessages`` leaves it."""
    folder = tmp_path / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog = read_po((head + example("po")).splitlines(keepends=True))
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, catalog)
    settings.LOCALE_PATHS = [str(tmp_path / "locale")]
    trans_real._translations = {}
    yield
    trans_real._translations = {}


def test_a_card_of_the_sites_own_shows_wherever_initiatives_are_listed(
    catalogue: Any,
    client: Client,
    tmp_path: Path,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    card = tmp_path / "cop_catalog" / "cards" / "initiative.html"
    card.parent.mkdir(parents=True)
    card.write_text(example("html"))
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    with django_capture_on_commit_callbacks(execute=True):
        catalogue.get_children()[0].specific.save()

    shown = client.get(catalogue.url).content.decode()

    assert '<article class="our-card">' in shown
    assert "<p>Haven</p>" in shown


@pytest.mark.usefixtures("own_words")
def test_a_label_of_the_sites_own_goes_before_ours() -> None:
    with override("nl"):
        assert translated("Initiatives") == "Regelingen"
        assert translated("Good practices") == "Goede praktijken"


def test_the_colours_of_the_example_are_properties_of_ours() -> None:
    stylesheet = Path(__file__).resolve().parents[2] / "cop_blocks/static/cop_blocks/cop.css"
    known = set(re.findall(r"(--cop-[\w-]+)\s*:", stylesheet.read_text()))
    used = set(re.findall(r"(--cop-[\w-]+)\s*:", example("css")))
    assert used and used <= known
