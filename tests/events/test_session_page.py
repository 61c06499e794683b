"""What a reader finds on the page of a session, before, and after."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import Collection, PageViewRestriction, Site

from cop_blocks.models import (
    Organisation,
    Person,
    SiteSettings,
    Term,
    TermLabel,
    TermRow,
    Vocabulary,
)
from cop_events.models import SessionMaterial, SessionPage, SessionQuestion, SessionSpeaker
from tests.blocks.site_factories import image
from tests.events.editing import soup_of
from tests.events.factories import (
    fresh,
    full_session,
    publish,
    series,
    session,
    theme,
    translate,
)

pytestmark = pytest.mark.django_db

BEFORE = datetime(2026, 11, 1, tzinfo=UTC)
AFTER = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def before() -> Any:
    with time_machine.travel(BEFORE, tick=False) as traveller:
        yield traveller


def read(page: Any) -> Any:
    response = Client().get(page.get_url())
    assert response.status_code == 200
    return soup_of(response)


def words(found: Any) -> str:
    return " ".join(found.get_text(" ", strip=True).split())


def facts(page: Any) -> dict[str, str]:
    """The facts beside the text, as a reader sees them."""
    side = read(page).select_one(".cop-facts")
    return {words(row.dt): words(row.dd) for row in side.select("div")}


def event(page: Any) -> dict[str, Any] | None:
    """The structured data of the session; ``None`` where there is none."""
    for script in read(page).select('script[type="application/ld+json"]'):
        data: dict[str, Any] = json.loads(script.string)
        if data["@type"] == "Event":
            return data
    return None


def test_the_facts_beside_the_text() -> None:
    assert facts(full_session()) == {
        "Hoe": "Op locatie",
        "Waar": "Het Voorbeeldgebouw Kade 1 Dordrecht",
        "Toegankelijkheid van de locatie": "Er is een lift.",
        "Plaatsen": "40",
    }


def test_the_facts_in_english() -> None:
    assert facts(translate(full_session(), venue_accessibility="There is a lift.")) == {
        "How": "On location",
        "Where": "Het Voorbeeldgebouw Kade 1 Dordrecht",
        "Accessibility of the venue": "There is a lift.",
        "Places": "40",
    }


def test_the_language_that_is_spoken_is_told_in_the_reader_s_own() -> None:
    page = session(spoken_language="nl")
    assert facts(page)["Taal"] == "Nederlands"
    assert facts(translate(page))["Language"] == "Dutch"


def test_for_whom_it_is_follows_from_its_terms() -> None:
    page = session()
    audience = Vocabulary.objects.create(code="audience")
    for code, name in {"sme": "Mkb", "starter": "Starters"}.items():
        term = Term(vocabulary=audience, code=code)
        term.full_clean(validate_unique=False)
        term.save()
        TermLabel.objects.create(term=term, language="nl", label=name)
        page.cop_term_rows.add(TermRow(tag=term))
    page.save()
    assert facts(page)["Voor wie"] == "Mkb, Starters"


def test_an_online_session_shows_no_venue_and_no_link_to_take_part() -> None:
    page = full_session(mode="online")
    assert facts(page) == {
        "Hoe": "Online",
        "Plaatsen": "40",
    }
    assert "geheime-vergadering" not in str(read(page))


def when(page: Any) -> str:
    """The date above the facts, with all that stands beside it."""
    return words(read(page).select_one(".cop-when"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "donderdag 26 nov 2026 13.00–17.00 uur over 3 weken tijd in Amsterdam"),
        ({"precision": "day"}, "donderdag 26 nov 2026 over 3 weken"),
        (
            {"precision": "day", "end_date": date(2026, 11, 27)},
            "do–vr 26–27 nov 2026 over 3 weken",
        ),
        (
            {"end_date": date(2026, 11, 27)},
            "do–vr 26–27 nov 2026 26 november 2026, 13.00 uur – 27 november 2026, 17.00 uur "
            "over 3 weken tijd in Amsterdam",
        ),
        ({"status": "cancelled", "precision": "day"}, "donderdag 26 nov 2026"),
        ({"precision": "month"}, "november 2026 datum volgt"),
        (
            {"precision": "months", "end_date": date(2026, 12, 1)},
            "november–december 2026 datum volgt",
        ),
    ],
)
def test_the_date_stands_above_the_facts(fields: dict[str, Any], said: str) -> None:
    assert when(session(**fields)) == said


def test_the_date_in_english() -> None:
    assert when(translate(session())) == (
        "Thursday 26 Nov 2026 13:00–17:00 in 3 weeks time in Amsterdam"
    )


def test_a_session_without_a_day_invites_to_be_told() -> None:
    page = session(precision="months", end_date=date(2026, 12, 1))
    side = read(page).select_one("aside")
    assert "De dag komt hier te staan zodra die bekend is." in words(side)
    assert side.select("a.cop-button") == []
    assert event(page) is None
    SiteSettings.objects.create(site=Site.objects.get(), contact_email="cop@example.org")
    side = read(page).select_one("aside")
    assert "Stuur ons een bericht, dan hoort u het ook." in words(side)
    assert words(side.select_one("a.cop-button")) == "Laat mij de datum weten"
    assert side.select_one("a.cop-button")["href"].startswith("mailto:cop@example.org?subject=")


def test_the_order_of_headings_has_no_gap() -> None:
    headings = read(full_session()).select_one("main").find_all(["h1", "h2", "h3"])
    assert [(heading.name, words(heading)) for heading in headings] == [
        ("h1", "Mensen"),
        ("h2", "Richtinggevende vragen"),
        ("h2", "Programma"),
        ("h3", "Welkom"),
        ("h3", "Praktijken"),
        ("h2", "Sprekers"),
        ("h2", "Deelnemende organisaties"),
    ]


def test_the_place_in_the_series_counts_what_readers_can_see() -> None:
    index = series()
    third = session(index, number=3)
    for number, title in ((1, "Een"), (2, "Twee"), (4, "Vier")):
        session(index, title=title, number=number)
    session(index, title="Concept", number=5, live=False)
    private = session(index, title="Besloten", number=6)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert words(read(third).select_one(".cop-eyebrow")) == "Sessie 3 van 4"


def test_a_session_without_a_number_has_no_place_in_the_series() -> None:
    assert read(session()).select_one(".cop-eyebrow") is None


def test_questions_programme_speakers_and_terms() -> None:
    soup = read(full_session())
    assert [words(item) for item in soup.select("ol.cop-questions > li")] == [
        "Vraag 1?",
        "Vraag 2?",
        "Vraag 3?",
    ]
    first, second = soup.select("ol.cop-programme > li")
    assert words(first) == "13.00–13.20 Welkom"
    assert words(second).startswith("13.20 Praktijken Met Sanne Voorbeeld")
    assert "Accountmanager Voorbeeldstad" in words(soup.select_one(".cop-people"))
    assert words(soup.select_one(".cop-eyebrow")) == "Sessie 3 van 3 · Thema human-capital"


def sign_up(page: Any) -> str | None:
    link = read(page).find("a", string="Meld u aan")
    return link["href"] if link else None


def test_signing_up_is_offered_until_the_session_is_over_or_off(before: Any) -> None:
    page = full_session()
    assert sign_up(page) == "https://example.org/aanmelden"
    for status in ("cancelled", "postponed"):
        assert sign_up(publish(page, status=status)) is None
    publish(page, status="planned")
    before.move_to(AFTER)
    assert sign_up(page) is None


def test_materials_come_last_before_the_session_and_first_after_it(before: Any) -> None:
    page = full_session()
    page.material_rows = [SessionMaterial(title="Dia’s", url="https://e.org/", locale=page.locale)]
    page.save()
    assert words(read(page).find_all("h2")[-1]) == "Materiaal"
    before.move_to(AFTER)
    assert words(read(page).find("h2")) == "Materiaal"


def test_a_question_about_the_session_goes_to_the_contact_of_the_site() -> None:
    page = session()
    assert "Stel een vraag" not in str(read(page))
    SiteSettings.objects.create(site=Site.objects.get(), contact_email="cop@example.org")
    link = read(page).find("a", string="Stel een vraag")
    assert link["href"] == "mailto:cop@example.org?subject=Vraag%20over%3A%20Mensen"


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("cancelled", "Deze sessie is geannuleerd."),
        ("postponed", "Deze sessie is uitgesteld. De nieuwe datum komt hier te staan."),
    ],
)
def test_a_session_that_does_not_go_ahead_says_so_first(status: str, note: str) -> None:
    assert words(read(session(status=status)).select_one(".cop-note")) == note


def test_afterwards_the_page_gives_the_report_who_came_and_who_took_part(before: Any) -> None:
    page = full_session(attendance=31)
    page.report = [("text", "<p>Dit leerden wij.</p>")]
    page.save()
    assert "Dit leerden wij" not in str(read(page))
    assert "31" not in words(read(page).select_one(".cop-facts"))
    before.move_to(AFTER)
    soup = read(page)
    assert words(soup.select_one('section[aria-labelledby="cop-report"]')) == (
        "Verslag Dit leerden wij."
    )
    assert facts(page)["Deelnemers"] == "31"
    assert words(soup.select_one("#cop-organisations")) == "Organisaties die meededen"
    assert words(soup.select_one(".cop-state")) == "Deze sessie is voorbij."


def test_materials_say_what_they_are_and_how_large() -> None:
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    document = get_document_model()(title="Verslag", file=ContentFile(b"x" * 2048, "verslag.pdf"))
    document.file_size = 2048
    document.save()
    page = session()
    page.material_rows = [
        SessionMaterial(title="Het verslag", document=document, locale=page.locale),
        SessionMaterial(title="Elders", url="https://example.org/meer", locale=page.locale),
        SessionMaterial(title="Verdwenen", locale=page.locale),
    ]
    page.save()
    items = [words(item) for item in read(page).select(".cop-documents > li")]
    assert items == ["Het verslag PDF, 2,0 KB", "Elders example.org"]


def test_structured_data_of_a_session() -> None:
    page = full_session()
    organiser = Organisation.objects.create(name="Voorbeeldorganisatie")
    SiteSettings.objects.create(site=Site.objects.get(), organiser=organiser)
    assert event(page) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Mensen",
        "description": "Wat werkt voor elk bedrijf?",
        "url": "http://localhost/nl/sessies-2026/mensen/",
        "inLanguage": "nl",
        "startDate": "2026-11-26T13:00:00+01:00",
        "endDate": "2026-11-26T17:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Het Voorbeeldgebouw",
                "address": "Kade 1\nDordrecht",
            }
        ],
        "organizer": {"@type": "Organization", "name": "Voorbeeldorganisatie"},
        "maximumAttendeeCapacity": 40,
    }


@pytest.mark.parametrize(
    ("change", "status", "previous"),
    [
        ({"status": "cancelled"}, "EventCancelled", None),
        ({"status": "postponed"}, "EventPostponed", None),
        (
            {"start_date": date(2026, 12, 3)},
            "EventRescheduled",
            "2026-11-26T13:00:00+01:00",
        ),
        ({"mode": "online"}, "EventScheduled", None),
    ],
)
def test_structured_data_tells_of_changes(
    change: dict[str, Any], status: str, previous: str | None
) -> None:
    data = event(publish(session(), **change))
    assert data is not None
    assert data["eventStatus"] == f"https://schema.org/{status}"
    assert data.get("previousStartDate") == previous


def test_an_online_session_is_held_at_its_page_for_search_engines() -> None:
    data = event(full_session(mode="hybrid"))
    assert data is not None
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert data["location"][1] == {"@type": "VirtualLocation", "url": data["url"]}


def test_nothing_that_an_editor_types_leaves_its_element() -> None:
    nasty = '</script><script>alert("x")</script>'
    page = full_session(
        title=nasty,
        introduction=nasty,
        venue_name=nasty,
        venue_address=nasty,
        venue_accessibility=nasty,
    )
    page.question_rows = [SessionQuestion(text=nasty, locale=page.locale)]
    page.save()
    soup = read(page)
    assert [
        s for s in soup.find_all("script") if "alert" in (s.string or "") and not s.get("type")
    ] == []
    assert words(soup.h1) == nasty
    data = event(page)
    assert data is not None
    assert data["name"] == nasty


def test_preview_of_a_page_that_was_never_saved() -> None:
    index = series()
    page = SessionPage(
        title="Nieuw",
        slug="nieuw",
        locale=index.locale,
        start_date=date(2026, 11, 26),
        precision="day",
    )
    page.set_url_path(index)
    response = page.make_preview_request()
    assert response.status_code == 200
    soup = soup_of(response)
    assert words(soup.select_one(".cop-when")) == "donderdag 26 nov 2026 over 3 weken"
    assert words(soup.select_one(".cop-facts")) == "Hoe Op locatie"


def test_preview_of_a_page_without_any_date() -> None:
    page = fresh(session(live=False))
    page.start_date = None
    response = page.make_preview_request()
    assert response.status_code == 200
    assert soup_of(response).select(".cop-when") == []


def test_as_many_queries_for_one_row_as_for_ten() -> None:
    def count(page: Any) -> int:
        Client().get(page.get_url())
        with CaptureQueriesContext(connection) as captured:
            Client().get(page.get_url())
        return len(captured)

    page = full_session()
    one = count(page)
    others = [full_session(page.get_parent().specific, title=f"Nog een {n}") for n in range(3)]
    for relation in ("question_rows", "programme_rows", "speaker_rows", "organisation_rows"):
        rows = [row for other in others for row in getattr(other, relation).all()]
        for row in rows:
            row.pk = None
            if hasattr(row, "translation_key"):
                row.translation_key = uuid4()
        setattr(page, relation, [*getattr(page, relation).all(), *rows])
    page.save()
    assert page.programme_rows.count() == 8
    assert count(page) == one
    assert one <= 40


def test_a_session_without_a_required_term_is_not_published_by_code() -> None:
    vocabulary = theme().vocabulary
    vocabulary.is_required = True
    vocabulary.save()
    parent = series()

    with pytest.raises(ValidationError) as refused:
        session(parent)

    assert [error.code for error in refused.value.error_dict["__all__"]] == ["required_terms"]
    assert session(parent, live=False).live is False


# Wagtail leaves the temporary file of a rendition to the garbage collector (November 2026).
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_pictures_of_speakers_cost_the_same_for_one_as_for_five() -> None:
    """After the first visit, which makes the renditions."""
    page = full_session()
    photos = [image(title=f"Foto {number}") for number in range(5)]
    people = [
        Person.objects.create(name=f"Noor Voorbeeld {number}", photo=photo)
        for number, photo in enumerate(photos)
    ]

    def count(speakers: list[Person]) -> int:
        page.speaker_rows = [SessionSpeaker(person=person) for person in speakers]
        page.save()
        cache.clear()
        Client().get(page.get_url())
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            soup = read(page)
        pictures = soup.select("img.cop-person__picture")
        assert len(pictures) == len(speakers)
        assert {(tag["width"], tag["height"], tag["alt"]) for tag in pictures} == {
            ("160", "160", "")
        }
        return len(captured)

    assert count(people[:1]) == count(people)


def test_who_has_no_picture_has_initials_that_are_not_read_out() -> None:
    soup = read(full_session())
    picture = soup.select_one(".cop-people .cop-person__picture")
    assert (picture.name, picture["aria-hidden"], words(picture)) == ("span", "true", "SV")
