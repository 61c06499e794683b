"""A copy begins a group of its own, with the facts that its original showed."""

import pytest

from cop_blocks.facts import is_facts_translation
from cop_blocks.models import FactsOrigin
from tests.blocks.facts.factories import fresh, group, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("keep_live", [True, False])
def test_copy_of_a_translation_shows_the_facts_and_owns_them(keep_live: bool) -> None:
    source, english = group("en")
    fresh(english, summary="Not yet").save_revision()
    publish(source, place="Delft", partner_rows=[])

    copied = fresh(english).copy(update_attrs={"slug": "copy"}, keep_live=keep_live)

    draft = fresh(copied).get_latest_revision_as_object()
    assert (draft.place, list(draft.partner_rows.all())) == ("Delft", [])
    assert draft.summary == "Not yet"
    assert not is_facts_translation(copied)
    publish(fresh(copied), place="Leiden")
    assert fresh(copied).place == "Leiden"
    assert fresh(english).place == fresh(source).place == "Delft"


def test_copy_of_a_translation_that_took_facts_at_its_own_save() -> None:
    source, english = group("en")
    fresh(english, summary="Not yet").save_revision()
    type(source).objects.filter(pk=source.pk).update(place="Past save()")
    fresh(english).save()

    copied = fresh(english).copy(update_attrs={"slug": "copy"}, keep_live=False)

    assert fresh(english).place == "Past save()"
    assert fresh(copied).get_latest_revision_as_object().place == "Past save()"


def test_copy_of_the_source_does_not_touch_the_translations() -> None:
    source, english = group("en")
    copied = fresh(source).copy(update_attrs={"slug": "copy"})
    publish(fresh(copied), place="Delft")

    assert fresh(english).place == "Rotterdam"
    assert FactsOrigin.objects.count() == 1


def test_copy_of_rows_is_a_copy() -> None:
    source, english = group("en")
    copied = fresh(english).copy(update_attrs={"slug": "copy"})

    ids = {row.pk for page in (source, english) for row in page.partner_rows.all()}
    assert ids.isdisjoint(row.pk for row in copied.partner_rows.all())
    assert [row.partner for row in copied.partner_rows.all()] == ["Haven", "Gemeente"]
