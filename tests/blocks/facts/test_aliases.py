"""Aliases follow wherever they are: of the source, of a translation, in the group and elsewhere."""

from typing import Any

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction

from tests.blocks.facts.factories import (
    fresh,
    group,
    home,
    locale,
    make_offer,
    publish,
    source_id,
    translate,
)

pytestmark = pytest.mark.django_db


def facts_of(page: Any) -> tuple[Any, ...]:
    page = fresh(page)
    return (
        page.place,
        [(row.partner, row.share) for row in page.partner_rows.all()],
        [(row.minutes, row.link) for row in page.step_rows.order_by("sort_order")],
    )


def change_facts(source: Any) -> None:
    steps = list(source.step_rows.all())
    steps[0].minutes, steps[1].link = 15, "https://example.org/new"
    publish(source, place="Delft", step_rows=steps, partner_rows=source.partner_rows.all()[:1])


def test_alias_of_the_source_follows() -> None:
    source = make_offer()
    alias = source.create_alias(update_slug="alias")
    change_facts(source)

    assert facts_of(alias) == facts_of(source)


def test_alias_in_the_group_follows() -> None:
    source = make_offer()
    home("en")
    alias = source.copy_for_translation(locale("en"), alias=True)
    assert source_id(alias) == source.pk
    change_facts(source)

    assert facts_of(alias) == facts_of(source)


def test_alias_of_a_translation_elsewhere_follows() -> None:
    source, english = group("en")
    alias = english.create_alias(update_slug="alias")
    second = fresh(alias).create_alias(update_slug="alias-of-alias")
    assert source_id(alias) == english.pk

    change_facts(source)

    assert facts_of(alias) == facts_of(second) == facts_of(english) == facts_of(source)
    assert [row.title for row in fresh(second).step_rows.all()] == [
        "Vraag aan (en)",
        "Lever in (en)",
    ]
    assert fresh(alias).title == english.title


def test_alias_of_a_translation_keeps_facts_when_the_translation_publishes_an_old_draft() -> None:
    source, english = group("en")
    alias = english.create_alias(update_slug="alias")
    stale = fresh(english, title="New title").save_revision()
    change_facts(source)

    type(stale).objects.get(pk=stale.pk).publish()

    assert fresh(alias).title == "New title"
    assert facts_of(alias) == facts_of(english) == facts_of(source)


def test_translation_of_an_alias_elsewhere_follows() -> None:
    source = make_offer()
    alias = source.create_alias(update_slug="alias")
    english = translate(fresh(alias), "en")
    assert source_id(english) == alias.pk

    change_facts(source)

    assert facts_of(english) == facts_of(source)


def test_rows_that_wait_do_not_shift_the_facts_of_an_alias() -> None:
    source, english = group("en")
    alias = english.create_alias(update_slug="alias")
    steps = list(source.step_rows.all())
    steps[1].minutes, steps[1].sort_order = 45, 0
    publish(source, step_rows=steps[1:])  # the first step is gone; en still has both

    assert {row.title: row.minutes for row in fresh(alias).step_rows.all()} == {
        "Vraag aan (en)": 10,
        "Lever in (en)": 45,
    }


def test_alias_converted_to_a_page_keeps_following() -> None:
    source = make_offer()
    home("en")
    alias = source.copy_for_translation(locale("en"), alias=True)
    ConvertAliasPageAction(alias).execute()
    stale = fresh(alias, title="Offer").save_revision()
    change_facts(source)
    type(stale).objects.get(pk=stale.pk).publish()

    assert fresh(alias).alias_of is None
    assert fresh(alias).title == "Offer"
    assert facts_of(alias) == facts_of(source)


def test_alias_made_of_a_translation_with_an_old_draft_has_the_facts() -> None:
    source, english = group("en")
    fresh(english, title="New title").save_revision()
    change_facts(source)
    alias = fresh(english).create_alias(update_slug="alias")

    assert facts_of(alias) == facts_of(source)
