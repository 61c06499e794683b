"""A session is copied to next year."""

from datetime import date, time
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from django.utils.translation import override
from wagtail.actions.copy_page import CopyPagePermissionError

from cop_blocks.facts import facts_source
from cop_blocks.models import FactsOrigin
from cop_events.copying.run import Place, copy_session
from cop_events.models import Session, SessionIndexPage, SessionMaterial, SessionPage
from tests.events.editing import Editor, errors
from tests.events.factories import fresh, full_session, home, publish, series, translate
from tests.rights import EDIT, client_of, page_of, person, words

pytestmark = pytest.mark.django_db


def url_of(page: Any) -> str:
    return f"/admin/cop/sessions/copy/{page.pk}/"


@pytest.fixture
def top() -> Any:
    return series(title="Sessies")


@pytest.fixture
def year(top: Any) -> Any:
    return series(top, title="Sessies 2026", introduction="Vier sessies.")


@pytest.fixture
def source(year: Any) -> Any:
    """A past session with everything on it."""
    page = full_session(
        year,
        title="Mensen 2026",
        attendance=31,
        report=[("text", "<p>Geleerd.</p>")],
        body=[("text", "<p>Waarom.</p>")],
        go_live_at=None,
        expire_at=timezone.now(),
        status="postponed",
    )
    page.material_rows = [
        SessionMaterial(title="Dia’s", url="https://example.org/a", locale=page.locale)
    ]
    for row in page.programme_rows.all():
        row.place = "Zaal 1"
        row.save()
    page.save()
    page.save_revision().publish()
    SessionPage.objects.filter(pk=page.pk).update(live=True, expired=False)
    return fresh(page)


@pytest.fixture
def editor(top: Any) -> Any:
    return person("Ed", {top: EDIT})


def send(user: Any, page: Any, **data: Any) -> Any:
    form = {"title": "Mensen 2027", "series": "new", "series_title": "Sessies 2027", **data}
    return client_of(user).post(url_of(page), form)


def said(response: Any) -> list[str]:
    found = get_messages(response.wsgi_request)
    return [str(message).split("<")[0].strip() for message in found]


def the_copy() -> Any:
    return SessionPage.objects.latest("pk")


FACTS_OF_THE_DAY = {
    "precision": "month",
    "start_date": None,
    "end_date": None,
    "start_time": None,
    "end_time": None,
    "first_day": None,
    "last_day": None,
    "starts_at": None,
    "ends_at": None,
    "status": "planned",
    "sign_up_url": "",
    "online_url": "",
    "attendance": None,
    "go_live_at": None,
    "expire_at": None,
    "live": False,
}
KEPT = ("number", "introduction", "mode", "venue_name", "venue_address", "venue_accessibility")


def test_what_was_of_the_day_is_left_behind_and_the_rest_comes_along(source, editor):
    response = send(editor, source)

    copy = the_copy()
    assert response.headers["location"] == f"/admin/pages/{copy.pk}/edit/"
    assert {name: getattr(copy, name) for name in FACTS_OF_THE_DAY} == FACTS_OF_THE_DAY
    assert {name: getattr(copy, name) for name in KEPT} == {
        name: getattr(source, name) for name in KEPT
    }
    assert (copy.title, copy.draft_title, copy.slug) == (
        "Mensen 2027",
        "Mensen 2027",
        "mensen-2027",
    )
    assert copy.capacity == 40
    assert copy.owner == editor
    assert len(copy.report) == 0
    assert copy.body.get_prep_value()[0]["value"] == "<p>Waarom.</p>"
    assert [row.text for row in copy.question_rows.all()] == ["Vraag 1?", "Vraag 2?", "Vraag 3?"]
    programme = copy.programme_rows.values_list(
        "title", "starts_at", "ends_at", "place", "speaker", "second_speaker"
    )
    assert list(programme) == [
        ("Welkom", time(13), time(13, 20), "Zaal 1", None, None),
        ("Praktijken", time(13, 20), None, "Zaal 1", None, None),
    ]
    assert [row.tag.code for row in copy.cop_term_rows.all()] == ["human-capital"]
    for rows in (copy.material_rows, copy.speaker_rows, copy.organisation_rows):
        assert rows.count() == 0


def test_the_draft_that_opens_says_the_same_as_the_row(source, editor):
    send(editor, source)

    draft = the_copy().get_latest_revision_as_object()
    assert draft.start_date is None
    assert draft.precision == "month"
    assert len(draft.report) == 0
    assert [row.speaker_id for row in draft.programme_rows.all()] == [None, None]
    assert draft.latest_revision.user == editor


def test_people_come_along_when_that_is_asked(source, editor):
    send(editor, source, with_people="on")

    copy = the_copy()
    speaker = source.speaker_rows.get().person
    assert [row.person for row in copy.speaker_rows.all()] == [speaker]
    assert [row.speaker for row in copy.programme_rows.all()] == [None, speaker]
    assert copy.organisation_rows.count() == 1


def test_the_copy_is_a_session_of_its_own(source, editor):
    record = Session.objects.get()

    send(editor, source)

    copy = the_copy()
    assert copy.translation_key != source.translation_key
    assert list(Session.objects.all()) == [record]
    assert set(copy.question_rows.values_list("translation_key", flat=True)).isdisjoint(
        source.question_rows.values_list("translation_key", flat=True)
    )


def test_the_original_stays_as_it_was(source, editor):
    before = SessionPage.objects.filter(pk=source.pk).values().get()
    rows = list(source.programme_rows.values())

    send(editor, source)

    assert SessionPage.objects.filter(pk=source.pk).values().get() == {
        **before,
        "numchild": before["numchild"],
    }
    assert list(source.programme_rows.values()) == rows
    assert source.material_rows.count() == 1


def test_the_copy_is_dated_and_published_by_the_normal_form(source, editor):
    send(editor, source)
    copy = the_copy()
    admin = Editor("en")

    changes = {
        "precision": "time",
        "start_date": "2027-11-25",
        "start_time": "13:00",
        "end_time": "17:00",
    }
    response = admin.send(admin.edit_url(copy), changes, publish=True)

    assert errors(response) == {}
    published = fresh(copy)
    assert published.live
    assert published.start_date == date(2027, 11, 25)
    assert Session.objects.filter(translation_key=copy.translation_key).count() == 1


def test_the_draft_may_be_saved_without_a_date(source, editor):
    send(editor, source)
    admin = Editor("en")

    response = admin.send(admin.edit_url(the_copy()), {"introduction": "Nieuw."})

    assert errors(response) == {}


def test_a_new_series_is_a_draft_with_the_texts_of_the_old_one(source, editor, top):
    response = send(editor, source)

    new = SessionIndexPage.objects.get(title="Sessies 2027")
    assert (new.live, new.slug, new.introduction) == (False, "sessies-2027", "Vier sessies.")
    assert new.is_child_of(top)
    assert the_copy().is_child_of(new)
    assert new.get_children().count() == 1
    assert said(response) == [
        "“Mensen 2027” was made as a draft. Fill in its date, look through the texts and publish "
        "it.",
        "The new series “Sessies 2027” is a draft too. Publish it before its sessions.",
    ]


def test_the_form_proposes_the_next_year(source, editor):
    page = page_of(client_of(editor).get(url_of(source)))

    assert page.select_one("[name=title]")["value"] == "Mensen 2027"
    assert page.select_one("[name=series_title]")["value"] == "Sessies 2027"
    assert page.select_one("[name=series][checked]")["value"] == "new"
    assert page.select("[name=with_translations]") == []


def test_the_series_of_next_year_is_proposed_where_it_is_there(source, editor, top):
    next_one = series(top, title="Sessies 2027")

    page = page_of(client_of(editor).get(url_of(source)))

    assert page.select_one("[name=series][checked]")["value"] == str(next_one.pk)


def test_a_series_of_all_years_is_proposed_itself(top, editor):
    page = full_session(top, title="Mensen")

    form = page_of(client_of(editor).get(url_of(page)))

    assert form.select_one("[name=series][checked]")["value"] == str(top.pk)
    assert form.select_one("[name=series_title]")["value"] == "Sessies 2027"


def test_in_the_same_series_the_copy_gets_the_next_number(source, editor, year):
    send(editor, source, series=year.pk, title="Mensen 2026")

    copy = the_copy()
    assert copy.number == 4
    assert copy.slug == "mensen-2026-1"
    assert SessionIndexPage.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"title": ""}, "title", "This field is required."),
        ({"series": "new", "series_title": "  "}, "series_title", "Give the new series a title."),
        (
            {"series": "0"},
            "series",
            "Select a valid choice. 0 is not one of the available choices.",
        ),
    ],
)
def test_what_is_missing_is_said_at_its_field(source, editor, data, field, message):
    response = send(editor, source, **data)

    with override("en"):
        assert response.context["form"].errors == {field: [message]}
    assert SessionPage.objects.count() == 1


def test_a_series_where_one_may_not_add_is_refused(source, editor):
    foreign = series(title="Van een ander")

    response = send(editor, source, series=foreign.pk)

    assert list(response.context["form"].errors) == ["series"]
    with pytest.raises(CopyPagePermissionError):
        copy_session(source, Place(foreign), title="Inbraak", user=editor)
    assert SessionPage.objects.count() == 1


def test_a_page_that_is_no_series_is_refused(source, editor):
    response = send(editor, source, series=home().pk)

    assert list(response.context["form"].errors) == ["series"]


@pytest.mark.parametrize("actions", [("change",), ("publish",)])
def test_who_may_not_add_a_session_gets_no_form(source, top, actions):
    response = client_of(person("Reader", {top: actions})).get(url_of(source))

    assert response.status_code == 302
    assert response.headers["location"] == "/admin/"


def test_who_sees_no_session_gets_a_404(source):
    other = series(title="Elders")

    response = client_of(person("Other", {other: EDIT})).get(url_of(source), follow=True)

    assert response.status_code == 404


def test_nothing_is_made_by_looking(source, editor):
    client_of(editor).get(url_of(source))

    assert SessionPage.objects.count() == 1
    assert SessionIndexPage.objects.count() == 2


def test_a_session_that_was_never_published_is_copied_as_its_draft_says(year, editor):
    page = full_session(year, title="Concept", live=False)
    page.introduction = "Bijgewerkt."
    page.save_revision()

    send(editor, page)

    assert the_copy().introduction == "Bijgewerkt."


def test_of_a_published_session_the_unpublished_changes_stay_behind(source, editor):
    draft = fresh(source).get_latest_revision_as_object()
    draft.introduction = "Nog niet."
    draft.save_revision()

    send(editor, source)

    assert the_copy().introduction == source.introduction


# Translations


@pytest.fixture
def english(source, top):
    """Its translation, and those of the series above it."""
    return translate(source, title="People 2026")


@pytest.fixture
def both(top, english):
    return person("Both", {top: EDIT, fresh(top).get_translation(english.locale): EDIT})


def test_translations_come_along_as_drafts_with_the_same_facts(source, english, both):
    response = send(both, source, with_translations="on")

    copy = SessionPage.objects.get(title="Mensen 2027")
    translation = copy.get_translation(english.locale)
    assert (translation.title, translation.live) == ("People 2027", False)
    assert facts_source(translation).pk == copy.pk
    assert {name: getattr(translation, name) for name in FACTS_OF_THE_DAY} == FACTS_OF_THE_DAY
    assert translation.get_parent().title == "Sessies 2027"
    assert translation.get_parent().translation_key == copy.get_parent().translation_key
    for name in ("question_rows", "programme_rows"):
        keys = [
            list(getattr(page, name).values_list("translation_key")) for page in (copy, translation)
        ]
        assert keys[0] == keys[1]
    assert "As drafts came along: English." in said(response)[0]


def test_a_new_series_within_one_of_all_years_is_there_in_both_languages(top, editor):
    page = full_session(top, title="Mensen")
    english = translate(page, title="People")
    both = person("Both", {top: EDIT, fresh(top).get_translation(english.locale): EDIT})

    send(both, page, series_title="Sessies 2027", with_translations="on")

    new = SessionIndexPage.objects.get(title="Sessies 2027", locale=page.locale)
    assert new.is_child_of(top)
    translated = new.get_translation(english.locale)
    assert translated.is_child_of(english.get_parent())
    assert translated.get_children().get().title == "People"


def test_the_date_of_the_copy_follows_to_its_translation(source, english, both):
    send(both, source, with_translations="on")
    copy = SessionPage.objects.get(title="Mensen 2027")

    publish(copy, precision="day", start_date=date(2027, 11, 25))

    translation = copy.get_translation(english.locale)
    assert translation.start_date == date(2027, 11, 25)
    assert not translation.live
    assert fresh(english).start_date == date(2026, 11, 26)


def test_of_an_english_original_the_copy_is_english_too(year, editor):
    page = translate(full_session(year), live=True)
    group = page.translation_key
    FactsOrigin.objects.update_or_create(
        translation_key=group, defaults={"locale_id": page.locale_id}
    )
    dutch = SessionPage.objects.get(translation_key=group, locale__language_code="nl")
    tops = [fresh(year.get_parent().specific)]
    both = person("Both", {tops[0]: EDIT, tops[0].get_translation(page.locale): EDIT})

    send(both, page, title="People", with_translations="on")

    copy = SessionPage.objects.get(title="People")
    assert copy.locale == page.locale
    assert facts_source(copy.get_translation(dutch.locale)).pk == copy.pk


def test_who_chooses_a_translation_copies_its_source(source, english, both):
    page = page_of(client_of(both).get(url_of(english)))

    assert "You chose a translation. “Mensen 2026” (Dutch) is copied" in words(page)
    send(both, english)
    assert the_copy().locale == source.locale


def test_who_has_no_right_to_the_source_copies_the_translation_alone(source, english, top):
    anna = person("Anna", {fresh(top).get_translation(english.locale): EDIT})

    response = send(anna, english, title="People 2027", series_title="Sessions 2027")

    assert response.status_code == 302
    copy = the_copy()
    assert (copy.locale, copy.title) == (english.locale, "People 2027")
    assert facts_source(copy) is None
    assert copy.get_translations().count() == 0


def test_a_translation_that_one_may_not_copy_is_not_offered(source, english, editor):
    page = page_of(client_of(editor).get(url_of(source)))

    assert page.select("[name=with_translations]") == []
    send(editor, source, with_translations="on")
    assert the_copy().get_translations().count() == 0


def test_a_language_without_that_series_is_told(source, english, both, top):
    only_dutch = series(top, title="Extra")

    response = send(both, source, series=only_dutch.pk, with_translations="on")

    assert said(response)[1] == (
        "Not copied: English. The series has no page in that language to which you may add one."
    )
    assert SessionPage.objects.filter(locale=english.locale).count() == 1


def test_a_copy_that_is_translated_before_it_is_published_keeps_its_rows(source, editor, top):
    """Wagtail's copy gave the rows of a draft other keys than the rows of the page."""
    send(editor, source)
    copy = the_copy()

    translation = translate(copy, live=False)
    publish(copy, precision="day", start_date=date(2027, 11, 25))

    keys = list(copy.question_rows.values_list("translation_key"))
    assert list(translation.question_rows.values_list("translation_key")) == keys
    assert list(fresh(copy).question_rows.values_list("translation_key")) == keys


# Where it is offered


def test_the_action_stands_on_the_row_the_form_and_the_dashboard(source, editor):
    client = client_of(editor)

    for url in ("/admin/cop_sessions/", f"/admin/pages/{source.pk}/edit/"):
        links = page_of(client.get(url)).find_all("a", href=url_of(source))
        assert [words(link) for link in links] == ["Copy to next year"], url
    shortcut = page_of(client.get("/admin/")).find("a", href="/admin/cop/sessions/copy/")
    assert words(shortcut.select_one(".cop-desk-shortcut__label")) == "Copy last year’s session"


def test_the_action_is_not_offered_to_who_may_not_add(source, top):
    client = client_of(person("Reader", {top: ("change",)}))

    assert url_of(source) not in str(page_of(client.get("/admin/cop_sessions/")))
    assert "cop/sessions/copy" not in str(page_of(client.get("/admin/")))


def test_it_is_not_offered_on_a_page_of_another_type(source, editor, year):
    edit = page_of(client_of(editor).get(f"/admin/pages/{year.pk}/edit/"))

    assert edit.find("a", string="Copy to next year") is None


def test_who_may_add_no_session_gets_no_choice(source, top):
    response = client_of(person("Vera", {top: ("change",)})).get("/admin/cop/sessions/copy/")

    assert response.status_code == 302
    assert response.headers["location"] == "/admin/"


def test_the_choice_shows_the_sessions_that_one_may_copy_the_latest_first(source, editor, year):
    full_session(year, title="Eerder", number=1, start_date=date(2025, 3, 1))
    full_session(series(title="Van een ander"), title="Geheim")

    page = page_of(client_of(editor).get("/admin/cop/sessions/copy/"))

    links = page.select(".cop-desk-draft__title")
    assert [words(link) for link in links] == ["Mensen 2026", "Eerder"]
    assert links[0]["href"] == url_of(source)


def test_without_a_session_the_choice_says_so(editor):
    page = page_of(client_of(editor).get("/admin/cop/sessions/copy/"))

    assert "There is no session yet that you may copy." in words(page)
