"""Who owns the facts of a group, and what happens when that page goes away."""

import pytest
from wagtail.models import Locale

from cop_blocks.facts import facts_source, is_facts_translation
from cop_blocks.models import FactsOrigin
from tests.blocks.facts.factories import (
    fresh,
    group,
    locale,
    make_offer,
    publish,
    source_id,
    translate,
)

pytestmark = pytest.mark.django_db


def test_page_alone_owns_its_facts() -> None:
    page = make_offer()
    assert facts_source(page) is None
    assert not is_facts_translation(page)
    assert not FactsOrigin.objects.exists()


def test_first_translation_remembers_the_source() -> None:
    source, translation = group("en")
    assert FactsOrigin.objects.get().locale == locale("nl")
    assert source_id(translation) == source.pk
    assert facts_source(source) is None


def test_original_in_another_language_than_the_default_owns_its_facts() -> None:
    source = make_offer("en")
    translation = translate(source, "nl")
    assert FactsOrigin.objects.get().locale == locale("en")
    assert is_facts_translation(translation)

    publish(source, place="Delft")
    publish(fresh(translation), place="Ignored", summary="Samenvatting")

    assert fresh(translation).place == fresh(source).place == "Delft"
    assert fresh(translation).summary == "Samenvatting"


def test_translation_of_a_translation_follows_the_same_source() -> None:
    source, english = group("en")
    french = translate(english, "fr")
    assert source_id(french) == source.pk
    assert FactsOrigin.objects.get().locale == locale("nl")

    publish(source, place="Delft")
    assert fresh(french).place == "Delft"


def test_group_that_nobody_remembered_belongs_to_the_default_language() -> None:
    english = make_offer("en")
    dutch = make_offer("nl", title="Aanbod")
    type(dutch).objects.filter(pk=dutch.pk).update(translation_key=english.translation_key)

    assert source_id(fresh(english)) == dutch.pk
    assert facts_source(fresh(dutch)) is None


def test_group_without_the_default_language_belongs_to_the_oldest() -> None:
    english = make_offer("en")
    french = make_offer("fr", title="Offre")
    type(french).objects.filter(pk=french.pk).update(translation_key=english.translation_key)

    assert source_id(fresh(french)) == english.pk


def test_translation_takes_over_when_the_source_is_deleted() -> None:
    source, english, french = group("en", "fr")
    source.delete()

    assert facts_source(fresh(english)) is None
    publish(fresh(english), place="Delft")
    assert fresh(french).place == "Delft"


def test_source_that_comes_back_from_its_translation_follows_it() -> None:
    source, english = group("en")
    source.delete()
    dutch = translate(fresh(english), "nl")

    assert FactsOrigin.objects.get().locale == locale("en")
    assert source_id(dutch) == english.pk


def test_origin_goes_with_its_language() -> None:
    _, english = group("en")
    FactsOrigin.objects.update(locale=locale("fr"))
    Locale.objects.get(language_code="fr").delete()

    assert not FactsOrigin.objects.exists()
    assert is_facts_translation(english)


def test_source_is_found_in_one_query(django_assert_num_queries: object) -> None:
    _, english, _ = group("en", "fr")
    alias = english.create_alias(update_slug="alias")
    for page in (english, alias):
        with django_assert_num_queries(1):  # type: ignore[operator]
            assert is_facts_translation(page)
