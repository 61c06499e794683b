"""What sessions have to say on the dashboard, and the listing behind every number."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cop_blocks.base_page import Page
from cop_events.models import SessionPage
from tests.events.factories import full_session, home, series, session, theme, translate
from tests.rights import EDIT, client_of, page_of, person, words

pytestmark = pytest.mark.django_db

LISTING = "/admin/cop_sessions/"


def days(number: int) -> dict[str, Any]:
    """A session of one day, so many days from now."""
    return {
        "precision": "day",
        "start_date": timezone.localdate() + timedelta(number),
        "start_time": None,
        "end_time": None,
    }


def listed(client: Any, query: str = "") -> list[str]:
    page = page_of(client.get(f"{LISTING}?{query}"))
    return [words(link) for link in page.select("td.title .title-wrapper a")]


@pytest.fixture
def top() -> Any:
    return series()


@pytest.fixture
def client(top: Any) -> Any:
    return client_of(person("Ed", {top: EDIT, translate(top): EDIT}))


def number(client: Any, text: str) -> str:
    """The address behind a number on the dashboard."""
    links = page_of(client.get("/admin/")).select(".w-summary a, a.cop-desk-number")
    return next(str(link["href"]) for link in links if words(link) == text)


def test_sessions_to_come_are_counted_once_whatever_their_languages(top: Any, client: Any) -> None:
    coming = session(top, title="Straks", **days(7))
    translate(coming, title="Soon")
    session(top, title="Voorbij", **days(-7))
    session(top, title="Afgelast", status="cancelled", **days(7))
    session(top, title="Concept", live=False, **days(7))

    url = number(client, "1 session to come")

    assert listed(client, url.partition("?")[2]) == ["Straks"]


def test_past_sessions_without_a_report_are_out_of_date(top: Any, client: Any) -> None:
    report = [("text", "<p>Geleerd.</p>")]
    session(top, title="Met verslag", report=report, **days(-7))
    translate(session(top, title="Zonder", **days(-7)), title="Without")
    session(top, title="Afgelast", status="cancelled", **days(-7))
    session(top, title="Concept", live=False, **days(-7))
    session(top, title="Straks", **days(7))

    url = number(client, "1 past session without a report")

    assert listed(client, url.partition("?")[2]) == ["Zonder"]


def test_a_new_session_is_offered_to_who_may_add_one(top: Any, client: Any) -> None:
    link = page_of(client.get("/admin/")).select_one("a.cop-desk-shortcut")

    assert words(link.select_one(".cop-desk-shortcut__label")) == "New session"
    assert link["href"] == f"/admin/pages/add/cop_events/sessionpage/{top.pk}/"
    reader = client_of(person("Reader", {top: ("change",)}))
    assert page_of(reader.get("/admin/")).select("a.cop-desk-shortcut") == []


def test_with_several_series_the_new_session_begins_with_a_choice(top: Any, client: Any) -> None:
    year = series(top, title="Sessies 2027")

    url = "/admin/cop_sessions/choose_parent/"
    page = page_of(client.get(url))
    assert [words(label) for label in page.select("[id^=id_parent_page] label")] == [
        "Sessies 2026 (Dutch)",
        "Sessies 2026 › Sessies 2027 (Dutch)",
        "Sessies 2026 (English)",
    ]
    response = client.post(url, {"parent_page": year.pk})
    assert response.headers["location"] == f"/admin/pages/add/cop_events/sessionpage/{year.pk}/"


def test_a_place_that_one_may_not_use_is_refused(top: Any, client: Any) -> None:
    elsewhere = series(title="Van een ander")
    series(top, title="Sessies 2027")

    response = client.post("/admin/cop_sessions/choose_parent/", {"parent_page": elsewhere.pk})

    assert "Select a valid choice" in words(page_of(response))
    stranger = client_of(person("Stranger", {top: ("change",)}))
    assert stranger.get("/admin/cop_sessions/choose_parent/").status_code == 302


def test_only_what_one_sees_in_the_admin_is_listed(top: Any, client: Any) -> None:
    session(top, title="Van ons")
    session(series(title="Van een ander"), title="Geheim", live=False)

    assert listed(client) == ["Van ons"]
    assert listed(client, "q=Geheim") == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=upcoming", ["Straks"]),
        ("state=past", ["Voorbij"]),
        ("state=undated", ["Geen datum"]),
        ("state=cancelled", ["Afgelast"]),
        ("state=wrong", ["Afgelast", "Geen datum", "Soon", "Straks", "Voorbij"]),
        ("published=no", ["Geen datum"]),
        ("drafts=all", []),
        ("locale=en", ["Soon"]),
        ("theme=human-capital", ["Voorbij"]),
        ("q=vergader", ["Voorbij"]),
        ("q=vergader+gebouw", ["Voorbij"]),
        ("q=vergader+nergens", []),
        ("q=VOOR&state=past&ordering=title", ["Voorbij"]),
    ],
)
def test_the_listing_is_filtered_and_searched(
    top: Any, client: Any, query: str, expected: list[str]
) -> None:
    coming = session(top, title="Straks", **days(7))
    past = session(top, title="Voorbij", venue_name="Vergadergebouw", **days(-7))
    past.cop_term_rows.create(tag=theme())
    past.save()
    session(top, title="Afgelast", status="cancelled", **days(7))
    undated = {"precision": "month", "start_date": None, "start_time": None}
    session(top, title="Geen datum", live=False, **undated)
    translate(coming, title="Soon", status="cancelled")
    SessionPage.objects.filter(title="Soon").update(ends_at=None, status="postponed")
    Page.objects.update(has_unpublished_changes=False)

    assert sorted(listed(client, query)) == expected


def test_the_listing_is_filtered_by_year_and_series(top: Any, client: Any) -> None:
    session(top, title="Nu", **days(0))
    year = series(top, title="Ooit")
    session(year, title="Toen", **{**days(0), "start_date": date(2019, 1, 1)})

    assert listed(client, "year=2019") == ["Toen"]
    assert listed(client, f"series={year.pk}") == ["Toen"]
    assert sorted(listed(client, f"series={top.pk}")) == ["Nu", "Toen"]


def test_the_listing_is_ordered_by_date_and_what_has_none_comes_first(
    top: Any, client: Any
) -> None:
    session(top, title="Straks", **days(7))
    session(top, title="Voorbij", **days(-7))
    undated = {"precision": "month", "start_date": None, "start_time": None}
    session(top, title="Geen datum", live=False, **undated)

    assert listed(client) == ["Geen datum", "Straks", "Voorbij"]
    assert listed(client, "ordering=last_day") == ["Voorbij", "Straks", "Geen datum"]


def test_a_row_says_when_and_where(top: Any, client: Any) -> None:
    session(top, title="Mensen", venue_name="Het Voorbeeldgebouw", start_date=date(2019, 11, 26))

    row = page_of(client.get(LISTING)).select_one("tbody tr")

    cells = [words(cell) for cell in row.select("td")][2:5]
    assert cells == ["26 November 2019, 13:00–17:00 Past", "Het Voorbeeldgebouw", "Sessies 2026"]


def test_an_export_holds_the_rows_that_the_filters_leave(top: Any, client: Any) -> None:
    session(top, title="Straks", number=4, **days(7))
    session(top, title="Voorbij", **days(-7))

    response = client.get(LISTING, {"state": "upcoming", "export": "csv"})

    head, row = b"".join(response.streaming_content).decode().splitlines()
    assert head == (
        "Title,Number,First day,Last day,Date,State,Place,Number of places,How many people came,"
        "Language,Published,Updated,Web address"
    )
    assert row.startswith(f"Straks,4,{days(7)['start_date']},{days(7)['start_date']},")


def test_who_has_no_page_rights_gets_no_listing_and_no_menu() -> None:
    home()
    nobody = client_of(person("Nobody"))

    assert nobody.get(LISTING).status_code == 302
    assert "cop_sessions" not in str(page_of(nobody.get("/admin/")))


def test_dashboard_and_listing_cost_the_same_for_one_and_for_many(top: Any, client: Any) -> None:
    def costs(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    full_session(top, title="Eén", **days(3))
    urls = ("/admin/", LISTING, f"{LISTING}?q=e&state=upcoming", "/admin/cop_pages/")
    with_one = {url: costs(url) for url in urls}
    for place in range(10):
        full_session(top, title=f"Meer {place}", number=place, **days(4 + place))

    assert {url: costs(url) for url in urls} == with_one
