"""Our page types, opened in the editor and published as they are: nothing is flagged."""

from typing import Any

import pytest
from django.test import TestCase
from wagtail_localize.operations import translate_object

from cop_catalog.models import InitiativeIndexPage
from tests.blocks.facts.factories import fresh, locale
from tests.catalog import factories
from tests.events import factories as events
from tests.events.editing import Editor
from tests.translation.freshness.world import flagged

pytestmark = pytest.mark.django_db


def pages() -> list[Any]:
    """Pages with fields and rows of every kind, without a body: JavaScript draws that."""
    home, _english = factories.make_homes()
    digital = factories.make_term("theme", "digital", "Digitalisering", "Digitalisation")
    session = events.full_session(events.series(home), body=[], report=[])
    initiative = factories.make_initiative(
        factories.make_index(home, InitiativeIndexPage),
        "Voucher",
        summary="Eén zin.",
        requirements="<p>Minder dan <b>250</b> medewerkers.</p><p>En <i>meer</i>.</p>",
        costs_note="Na een intake.",
        terms=[digital],
        providers=["Loket"],
        apply_url="https://example.org/",
        contact_email="vraag@example.org",
    )
    return [fresh(page) for page in (session, initiative)]


def test_what_is_published_as_it_is_is_not_flagged_and_what_is_changed_is():
    editor, wrong = Editor(), []
    for page in pages():
        translate_object(page, [locale("en")])
        url = editor.edit_url(page)
        form = editor.fill_in(url, {"action-publish": "action-publish"})
        for title, expected in ((page.title, None), ("Anders", 1)):
            form["title"] = title
            with TestCase.captureOnCommitCallbacks(execute=True):
                editor.client.post(url, form)
            published = fresh(page)
            found = (published.title, published.live_revision_id is not None, flagged(page))
            if found != (title, True, expected):
                wrong.append((page, found))
    assert wrong == []
