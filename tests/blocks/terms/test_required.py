"""Required terms on page types that also ask them of imports, through the admin."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale

from cop_blocks.terms.validation import validate_required_terms
from tests.blocks.terms.factories import codes, note, term
from tests.blocks.terms.test_panel import edit_url, errors, post
from tests.hosts.hostpages.models import OfferPage, StrictNotePage


@pytest.fixture
def circular(theme: Any) -> Any:
    theme.is_required = True
    theme.save()
    return term(theme, "circular")


@pytest.fixture
def incomplete(home: Any, theme: Any) -> Any:
    """A page that was published before its theme was required."""
    page = note(model=StrictNotePage)
    theme.is_required = True
    theme.save()
    return page


def add_url(home: Any) -> str:
    return reverse("wagtailadmin_pages:add", args=["hostpages", "strictnotepage", home.pk])


def test_a_new_page_is_saved_as_a_draft_without(editor, home, circular):
    editor.post(add_url(home), post(StrictNotePage(title="New"), "theme", publish=False))

    assert codes(StrictNotePage.objects.get(title="New", live=False)) == []


def test_a_new_page_is_published_with(editor, home, circular):
    data = post(StrictNotePage(title="New"), "theme", theme=["circular"])

    editor.post(add_url(home), data)

    assert codes(StrictNotePage.objects.get(title="New", live=True)) == ["theme.circular"]


def test_a_new_page_is_not_published_without(editor, home, circular):
    response = editor.post(add_url(home), post(StrictNotePage(title="New"), "theme"))

    assert errors(response) == {"theme": ["Choose at least one."]}
    assert response.context["form"].errors == {}
    assert not StrictNotePage.objects.exists()


def test_a_page_that_lacks_what_became_required_is_completed(editor, incomplete, theme):
    term(theme, "circular")

    editor.post(edit_url(incomplete), post(incomplete, "theme", theme=["circular"]))

    assert codes(incomplete) == ["theme.circular"]


def test_a_page_that_lacks_what_became_required_keeps_its_drafts(editor, incomplete):
    data = {**post(incomplete, "theme", publish=False), "title": "Draft"}

    editor.post(edit_url(incomplete), data)

    incomplete.refresh_from_db()
    assert incomplete.get_latest_revision_as_object().title == "Draft"


def test_emptied_terms_are_refused_after_the_form_too(editor, home, circular):
    page = note(circular, model=StrictNotePage)
    page.cop_term_rows = []

    with pytest.raises(ValidationError, match="Choose at least one of: Theme."):
        page.save()


def test_a_translation_is_not_asked_for_the_facts_that_its_source_lacks(circular, home):
    nl = Locale.objects.get(language_code="nl")
    home.copy_for_translation(nl)
    source = note(model=OfferPage)
    translation = source.copy_for_translation(nl)
    translation.live = True

    validate_required_terms(translation)
    with pytest.raises(ValidationError, match="Choose at least one of: Theme."):
        validate_required_terms(source)
