"""``cop_facts_repair``: facts that went past ``save()``."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.blocks.facts.factories import fresh, group, locale, publish
from tests.hosts.hostpages.models import OfferPage, OfferPartnerRow, OfferStepRow

pytestmark = pytest.mark.django_db


def run(**options: Any) -> list[str]:
    out = StringIO()
    call_command("cop_facts_repair", stdout=out, **options)
    return out.getvalue().splitlines()


def change_past_save(source: OfferPage) -> None:
    OfferPage.objects.filter(pk=source.pk).update(place="Delft")
    OfferPartnerRow.objects.filter(page=source, partner="Haven").delete()


def test_nothing_differs() -> None:
    group("en")
    assert run(dry_run=True) == ["Pages that differ: 0"]
    assert run() == ["Pages repaired: 0"]


def test_dry_run_tells_and_changes_nothing() -> None:
    source, english = group("en")
    change_past_save(source)
    expected = [
        f"{source.pk} Offer (nl) (nl)",
        f"  {english.pk} Offer (en) (en): place, partner_rows",
        "Pages that differ: 1",
    ]
    assert run(dry_run=True) == expected
    assert run(dry_run=True) == expected
    assert fresh(english).place == "Rotterdam"


def test_repair_brings_the_facts_and_calls_the_hook() -> None:
    source, english = group("en")
    change_past_save(source)
    OfferPage.published_facts.clear()
    assert run()[-1] == "Pages repaired: 1"

    assert fresh(english).place == "Delft"
    assert [row.partner for row in fresh(english).partner_rows.all()] == ["Gemeente"]
    assert OfferPage.published_facts == [(source.pk, "Delft")]
    assert run() == ["Pages repaired: 0"]


def test_source_that_is_not_live_is_left_alone() -> None:
    source, english = group("en")
    fresh(source).unpublish()
    change_past_save(source)
    assert run() == ["Pages repaired: 0"]
    assert fresh(english).place == "Rotterdam"


def test_rows_that_wait_for_translation_are_told() -> None:
    source, english = group("en")
    rows = [
        *source.step_rows.all(),
        OfferStepRow(title="Wacht", minutes=5, locale=locale("nl"), sort_order=2),
    ]
    publish(source, step_rows=rows)
    assert run(dry_run=True)[1] == (
        f"  {english.pk} Offer (en) (en): step_rows waits for translation (1 added, 0 removed)"
    )
