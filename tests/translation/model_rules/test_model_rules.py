"""A model that breaks a rule of translation is told by ``manage.py check``; ours break none."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import models
from django.test.utils import isolate_apps
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.blocks import ListBlock, RawHTMLBlock, RichTextBlock, StructBlock
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import StreamField
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cop_blocks.models import InformationPage
from cop_blocks.translation.model_rules import check_model, check_models
from cop_blocks.translation.model_rules.languages import check_languages
from cop_catalog.models import InitiativePage
from tests.hosts.hostpages.models import ArticlePage, EventPage, OfferPage, OfferStepRow
from tests.site import fresh


def told(model: Any) -> set[tuple[str, str]]:
    """The ids, each with the field that it names."""
    found = set()
    for message in check_model(model):
        place = message.msg.split(" ")[0].removeprefix(f"{model.__name__}.")
        found.add((message.id.removeprefix("cop_translation."), place))
    return found


def test_our_own_models_break_none() -> None:
    ours = {"cop_blocks", "cop_events", "cop_catalog", "cop_search", "cop_site"}
    assert [each.msg for each in check_models() if each.obj._meta.app_label in ours] == []


def test_text_that_no_form_shows() -> None:
    names = ("when_text", "location", "intro", "text", "subject", "story")
    assert {("W011", name) for name in names} <= told(EventPage)
    with patch.object(
        EventPage, "override_translatable_fields", [SynchronizedField("intro")], create=True
    ):
        assert ("W011", "intro") not in told(EventPage)


def test_text_in_rows_that_no_form_shows() -> None:
    with patch.object(OfferStepRow, "panels", [], create=True):
        OfferPage.get_edit_handler.cache_clear()
        try:
            assert ("W011", "step_rows.title") in told(OfferPage)
        finally:
            OfferPage.get_edit_handler.cache_clear()


def test_rich_text_that_may_hold_images() -> None:
    assert {("W012", "intro"), ("W012", "text"), ("W012", "story.paragraph")} <= told(EventPage)


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (RawHTMLBlock(), "body.it"),
        (TableBlock(), "body.it"),
        (RichTextBlock(features=["bold", "image"]), "body.it"),
        (RichTextBlock(), "body.it"),
        (ListBlock(StructBlock([("code", RawHTMLBlock())])), "body.it.item.code"),
        (RichTextBlock(features=["bold"]), None),
    ],
)
def test_a_block_whose_text_is_not_seen(block: Any, place: str | None) -> None:
    field = StreamField([("it", block)], name="body")
    field.set_attributes_from_name("body")
    with patch(
        "cop_blocks.translation.model_rules.blocks.translated", lambda model: {"body": field}
    ):
        wanted = set() if place is None else {("W012", place)}
        assert {each for each in told(InformationPage) if each[0] == "W012"} == wanted


@isolate_apps("tests.hosts.hostpages")
def test_rows_below_rows() -> None:
    class Parent(TranslatableMixin, ClusterableModel):  # type: ignore[django-manager-missing]
        class Meta(TranslatableMixin.Meta):
            app_label = "hostpages"

    class Row(TranslatableMixin, ClusterableModel):  # type: ignore[django-manager-missing]
        parent = ParentalKey(Parent, related_name="rows", on_delete=models.CASCADE)
        short = models.CharField(max_length=80)
        long = models.CharField(max_length=1000)
        kind = models.CharField(max_length=10, choices=[("a", "A")])

        class Meta(TranslatableMixin.Meta):
            app_label = "hostpages"

    class Deep(TranslatableMixin, models.Model):  # type: ignore[django-manager-missing]
        row = ParentalKey(Row, related_name="deeper", on_delete=models.CASCADE)

        class Meta(TranslatableMixin.Meta):
            app_label = "hostpages"

    assert told(Parent) == {("W013", "rows"), ("W014", "rows.short")}


def test_a_chosen_page_that_would_be_translated() -> None:
    assert told(InitiativePage) == set()
    with patch.object(
        InitiativePage, "override_translatable_fields", [TranslatableField("successor")]
    ):
        assert ("W015", "successor") in told(InitiativePage)


def test_many_to_many() -> None:
    assert ("W016", "topics") in told(ArticlePage)


def test_a_list_of_all_fields() -> None:
    with patch.object(InformationPage, "translatable_fields", [], create=True):
        assert told(InformationPage) == {("W017", "translatable_fields")}


@pytest.mark.django_db
def test_a_language_without_pages(settings: Any) -> None:
    home = fresh.home()
    (missing,) = check_languages(databases=["default"])
    assert (missing.id, "'en'" in missing.msg) == ("cop_translation.W018", True)
    # The database is only asked where somebody asks for it.
    assert check_languages(databases=None) == []
    Locale.objects.get_or_create(language_code="en")
    assert len(check_languages(databases=["default"])) == 1
    fresh.translated(home)
    assert check_languages(databases=["default"]) == []
    settings.WAGTAIL_I18N_ENABLED = False
    home.get_translations().delete()
    assert check_languages(databases=["default"]) == []
