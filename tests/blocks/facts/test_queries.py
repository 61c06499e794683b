"""What facts cost: ceilings for publishing a source with 0, 1 and 5 translations."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.blocks.facts.factories import fresh, make_offer, translate
from tests.hosts.hostpages.models import OfferPartnerRow

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "fr", "de", "es", "it")


def source_with(translations: int) -> Any:
    source = make_offer()
    for language in LANGUAGES[:translations]:
        translate(source, language)
    return source


def queries_to_publish(source: Any, **changes: Any) -> int:
    draft = fresh(source).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    revision = draft.save_revision()
    with CaptureQueriesContext(connection) as queries:
        revision.publish()
    return len(queries)


@pytest.mark.parametrize(("translations", "ceiling"), [(0, 83), (1, 88), (5, 96)])
def test_no_fact_changed(translations: int, ceiling: int) -> None:
    assert queries_to_publish(source_with(translations), summary="Text") <= ceiling


@pytest.mark.parametrize(("translations", "ceiling"), [(0, 79), (1, 109), (5, 217)])
def test_two_fields_changed(translations: int, ceiling: int) -> None:
    assert queries_to_publish(source_with(translations), place="Delft", amount="1.00") <= ceiling


@pytest.mark.parametrize(("translations", "ceiling"), [(0, 105), (1, 174), (5, 438)])
def test_fields_and_three_rows_changed(translations: int, ceiling: int) -> None:
    rows = [OfferPartnerRow(partner=name, share=1, sort_order=i) for i, name in enumerate("abc")]
    source = source_with(translations)
    assert queries_to_publish(source, place="Delft", amount="1.00", partner_rows=rows) <= ceiling


def test_more_translations_cost_nothing_while_no_fact_changes() -> None:
    assert queries_to_publish(source_with(1), summary="Text") == queries_to_publish(
        source_with(5), summary="Text"
    )


def test_more_rows_cost_nothing_while_no_fact_changes() -> None:
    rows = [OfferPartnerRow(partner=str(i), share=1, sort_order=i) for i in range(8)]

    def cost_of_translations(**changes: Any) -> int:
        alone, translated = source_with(0), source_with(3)
        for source in (alone, translated):
            queries_to_publish(source, **changes)
        return queries_to_publish(translated, summary="Text") - queries_to_publish(
            alone, summary="Text"
        )

    assert cost_of_translations(partner_rows=rows) == cost_of_translations()
