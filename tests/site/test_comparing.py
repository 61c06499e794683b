"""Two versions of a page, side by side, as an editor reads them."""

from datetime import date, time
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override

from cop_blocks.editing.comparing import words_for
from cop_blocks.models import Organisation
from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticeSession,
    InitiativeIndexPage,
    InitiativeOrganisation,
)
from tests.catalog import factories as catalogue
from tests.events import factories as events
from tests.events.editing import Editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Any:
    home, _english = catalogue.make_homes()
    return SimpleNamespace(
        home=home,
        catalogue=catalogue.make_index(home, InitiativeIndexPage, title="Ondersteuning"),
        practices=catalogue.make_index(home, GoodPracticeIndexPage, title="Praktijken"),
        session=events.session(events.series(home)),
    )


def compared(page: Any, language: str = "en", **fields: Any) -> dict[str, str]:
    """Label -> what the comparison says, after a change of the draft."""
    before = page.get_latest_revision() or page.save_revision()
    draft = before.as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    after = draft.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before.pk, after.pk])
    soup: Any = BeautifulSoup(Editor(language).client.get(url).content, "html.parser")
    rows = soup.select("main tbody tr")
    return {
        row.select_one("td, th").get_text(" ", strip=True).rstrip(": "): " ".join(
            row.select("td")[-1].get_text(" ").split()
        )
        for row in rows
    }


def test_a_date_is_compared_as_visitors_read_it(site: Any) -> None:
    found = compared(
        site.session,
        precision="month",
        start_date=date(2026, 11, 1),
        start_time=None,
        end_time=None,
        status="postponed",
    )
    assert found == {
        "Date": "Thursday 26 November 2026, 13:00–17:00 November 2026",
        "Status": "Goes ahead as planned Postponed",
    }


def test_the_same_in_dutch(site: Any) -> None:
    found = compared(site.session, "nl", start_time=time(14), capacity=1200)
    assert found == {
        "Datum": "donderdag 26 november 2026, 13.00–17.00 uur "
        "donderdag 26 november 2026, 14.00–17.00 uur",
        "Aantal plaatsen": "– 1.200",
    }


def test_a_time_zone_alone_shows(site: Any) -> None:
    [said] = compared(site.session, timezone="Europe/London").values()
    assert said.endswith(
        "(Europe/Amsterdam) Thursday 26 November 2026, 13:00–17:00 (Europe/London)"
    )


def test_facts_of_an_initiative_are_words(site: Any) -> None:
    page = catalogue.make_initiative(site.catalogue)
    other = catalogue.make_initiative(site.catalogue, "Nieuw loket")

    found = compared(
        page,
        closes_on=date(2027, 3, 1),
        amount_max=Decimal("2500.50"),
        budget_used_up=True,
        service_languages=["nl", "pl"],
        state="withdrawn",
        successor=other,
    )

    assert found == {
        "Languages of the service": "– Dutch, Polish",
        "Closes on": "– 1 March 2027",
        "Budget used up": "No Yes",
        "Amount up to": "– 2,500.50",
        "State": "Active Withdrawn",
        "Successor": "Nieuw loket",
    }


def test_organisations_show_their_name_and_role(site: Any) -> None:
    page = catalogue.make_initiative(site.catalogue)
    loket = Organisation.objects.create(name="Loket")

    found = compared(
        page, organisation_rows=[InitiativeOrganisation(organisation=loket, role="funder")]
    )

    assert found == {"Organisation": "Organisation Loket Role Funder"}


def test_pages_that_belong_with_it_show_their_title(site: Any) -> None:
    page = catalogue.make_practice(site.practices)

    found = compared(page, session_rows=[GoodPracticeSession(page=site.session)])

    assert list(found.values()) == [f"Session {site.session.title}"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        ("", "–"),
        ([], "–"),
        (True, "Ja"),
        (False, "Nee"),
        (0, "0"),
        (Decimal("1000.00"), "1.000"),
        (Decimal("12.50"), "12,50"),
        (time(13, 5), "13.05"),
        (date(2026, 11, 3), "3 november 2026"),
        (["a", "b"], "a, b"),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    with override("nl"):
        assert words_for(None, value) == words
