"""What holds on every host: run with the settings of each (``make test-all``)."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import get_page_models

from cop_blocks.base_page import Page
from cop_blocks.leaving.everything import standing
from cop_blocks.models import InformationPage, Term, TermRow, Vocabulary
from cop_search.facade import SearchQuery, search
from tests.told import told

OURS = ("cop_blocks", "cop_search", "cop_events", "cop_catalog")
#: What a page cannot be saved without, beside its title.
REQUIRED: dict[str, dict[str, Any]] = {
    "cop_events.SessionPage": {"precision": "month", "start_date": date(2026, 9, 1)},
    "cop_catalog.InitiativePage": {"summary": "What it is."},
    "cop_catalog.GoodPracticePage": {"summary": "What was done."},
}


def our_page_types() -> list[Any]:
    return [model for model in get_page_models() if model._meta.app_label in OURS]


def possible_parent(model: Any) -> Any:
    for page in Page.objects.filter(depth__gt=1).specific():
        if model.can_create_at(page):
            return page
    raise AssertionError(f"{model.__name__} can be made nowhere")


def make(model: Any, title: str) -> Any:
    """A published page of the type, where an editor may make one."""
    parent = possible_parent(model)
    page = model(title=title, locale=parent.locale, **REQUIRED.get(model._meta.label, {}))
    if model._meta.label == "cop_catalog.ThemePage":
        themes = Vocabulary.objects.get(code="theme")
        page.cop_term_rows = [TermRow(tag=Term.objects.create(vocabulary=themes, code="quail"))]
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_the_set_up_is_right() -> None:
    assert told() == []


@pytest.mark.django_db
def test_the_models_have_their_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_page_type_is_published_viewed_and_found(
    home: Any, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("cop_setup", stdout=StringIO())
        pages = [make(model, f"Quail {model.__name__}") for model in our_page_types()]
    for page in pages:
        response = client.get(page.get_url())
        assert response.status_code == 200, page
        assert page.title in response.content.decode(), page
    found = search(SearchQuery(locale=home.locale.language_code, q="quail", page_size=50))
    # Who searches looks for what is found, not for the page to search on.
    expected = {page.title for page in pages} - {"Quail SearchPage"}
    assert {hit.title for hit in found.hits} == expected


def test_all_of_ours_is_taken_along_and_away(home: Any, client: Client, tmp_path: Path) -> None:
    call_command("cop_setup", stdout=StringIO())
    page = make(InformationPage, "Quail")
    page.title = "Changed"
    page.save_revision().publish()
    call_command("cop_export", tmp_path, stdout=StringIO())
    call_command("cop_remove_blocks", apply=True, stdout=StringIO())
    call_command("cop_setup", remove=True, stdout=StringIO())
    number = standing().page_count
    call_command("cop_uninstall", delete=True, confirm=f"delete {number} pages", stdout=StringIO())
    assert number > 0
    assert "Changed" in (tmp_path / "information-pages.csv").read_text(encoding="utf-8")
    assert list(Page.objects.filter(depth__gt=1).values_list("pk", flat=True)) == [home.pk]
    assert client.get(home.get_url()).status_code == 200


def test_setup_may_be_run_twice(home: Any) -> None:
    call_command("cop_setup", stdout=StringIO())
    before = Page.objects.count()
    call_command("cop_setup", stdout=StringIO())
    assert Page.objects.count() == before > 2
