"""Wrong set-up of facts, told by ``manage.py check``."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from cop_blocks.facts import FactsPanel
from cop_blocks.facts.checks import check_page_types, check_sqlite
from tests.hosts.hostpages.models import OfferPage


def ids() -> list[str | None]:
    return [message.id for message in check_page_types() if message.obj is OfferPage]


def with_panels(*panels: Any) -> Any:
    handler = ObjectList(list(panels)).bind_to_model(OfferPage)
    return patch.object(OfferPage, "get_edit_handler", lambda: handler)


def test_good_page_type_gives_no_message() -> None:
    assert ids() == []


@pytest.mark.parametrize(
    "name", ["typo", "typo.minutes", "step_rows.typo", "place.typo", "tags", "contact_rows.page.x"]
)
def test_unknown_fact_is_told(name: str) -> None:
    with patch.object(OfferPage, "facts", ("place", name)):
        (message,) = [m for m in check_page_types() if m.obj is OfferPage]
    assert message.id == "cop_blocks.E101"
    assert repr(name) in message.msg


def test_inline_panel_of_a_fact_outside_a_facts_panel_is_told() -> None:
    with with_panels(ObjectList([InlinePanel("partner_rows")]), InlinePanel("contact_rows")):
        (message,) = [m for m in check_page_types() if m.obj is OfferPage]
    assert message.id == "cop_blocks.E102"
    assert message.hint == 'FactsPanel([InlinePanel("partner_rows")], heading=...)'


def test_inline_panel_of_a_fact_anywhere_in_a_facts_panel_is_right() -> None:
    with with_panels(FactsPanel([ObjectList([InlinePanel("partner_rows")])]), FieldPanel("place")):
        assert ids() == []


def test_form_that_knows_no_facts_is_told() -> None:
    with with_panels(), patch.object(OfferPage, "base_form_class", WagtailAdminPageForm):
        assert ids() == ["cop_blocks.E103"]
    with patch.object(OfferPage, "api_base_form_class", WagtailAdminPageForm, create=True):
        assert ids() == ["cop_blocks.E103"]
    with patch.object(OfferPage.get_edit_handler(), "base_form_class", WagtailAdminPageForm):
        assert ids() == ["cop_blocks.E103"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_without_immediate_transactions_is_told(settings: Any) -> None:
    assert check_sqlite() == []
    with patch.dict(connection.settings_dict, OPTIONS={}):
        assert [message.id for message in check_sqlite()] == ["cop_blocks.W101"]
        settings.WAGTAIL_I18N_ENABLED = False
        assert check_sqlite() == []
