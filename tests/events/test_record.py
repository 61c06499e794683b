"""The record of a session: what was last published, once for all languages."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction

from cop_events.models import Session, SessionPage
from tests.events.factories import publish, series, session, translate

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 10, 1, 9, tzinfo=UTC)


def record() -> Session:
    return Session.objects.get()


def test_publishing_a_session_makes_its_record() -> None:
    with time_machine.travel(MOMENT, tick=False):
        page = session(number=3, venue_name="Stadhuis", capacity=40)
    made = record()
    assert made.translation_key == page.translation_key
    assert (made.title, made.number, made.venue_name, made.capacity) == (
        "Mensen",
        3,
        "Stadhuis",
        40,
    )
    assert (made.sequence, made.changed_at, made.previous_start) == (0, MOMENT, "")
    assert made.when == page.when
    assert made.ends_at == datetime(2026, 11, 26, 16, tzinfo=UTC)


def test_a_draft_makes_none() -> None:
    page = session(live=False)
    page.save_revision()
    assert list(Session.objects.all()) == []


def test_two_sessions_have_uids_of_their_own() -> None:
    index = series()
    first, second = session(index), session(index, title="Twee")
    assert first.session.uid != second.session.uid


@pytest.mark.parametrize(
    "change",
    [
        {"start_date": date(2026, 11, 27)},
        {"end_date": date(2026, 11, 27)},
        {"start_time": time(12)},
        {"end_time": time(16)},
        {"timezone": "Europe/London"},
        {"precision": "day", "start_time": None, "end_time": None},
        {"mode": "online"},
        {"venue_name": "Elders"},
        {"venue_address": "Kade 2"},
        {"status": "cancelled"},
    ],
)
def test_sequence_rises_by_one_when_people_must_know(change: dict[str, Any]) -> None:
    with time_machine.travel(MOMENT, tick=False):
        page = session()
    before = record()
    later = MOMENT + timedelta(days=1)
    with time_machine.travel(later, tick=False):
        publish(page, **change)
    after = record()
    assert (after.sequence, after.changed_at, after.uid) == (1, later, before.uid)
    for name, value in change.items():
        assert getattr(after, name) == value


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Andere titel"},
        {"introduction": "Andere woorden"},
        {"venue_accessibility": "Er is een lift."},
        {"number": 4},
        {"capacity": 12},
        {"attendance": 31},
        {"sign_up_url": "https://example.org/"},
        {"online_url": "https://example.org/"},
    ],
)
def test_sequence_stays_for_any_other_change(change: dict[str, Any]) -> None:
    with time_machine.travel(MOMENT, tick=False):
        page = session()
    publish(page, **change)
    after = record()
    assert (after.sequence, after.changed_at) == (0, MOMENT)
    for name in {"title", "number", "capacity"} & set(change):
        assert getattr(after, name) == change[name]


def test_several_changes_at_once_are_one() -> None:
    page = session()
    publish(page, start_date=date(2026, 11, 27), venue_name="Elders", mode="hybrid")
    assert record().sequence == 1


def test_publishing_again_without_a_change_writes_nothing(
    django_assert_num_queries: Any,
) -> None:
    page = session()
    with django_assert_num_queries(1):
        Session.objects.publish(page)
    assert record().sequence == 0


def test_previous_start_is_the_day_that_people_had_in_mind() -> None:
    page = session()
    page = publish(page, start_date=date(2026, 12, 3))
    assert record().previous_start == "2026-11-26T13:00:00+01:00"
    publish(page, venue_name="Elders")
    assert record().previous_start == "2026-11-26T13:00:00+01:00"


def test_fixing_the_day_of_a_month_is_no_change_of_day() -> None:
    page = session(precision="month", start_date=date(2026, 11, 1))
    publish(page, precision="time", start_date=date(2026, 11, 26))
    assert (record().sequence, record().previous_start) == (1, "")


@pytest.mark.parametrize(
    "change",
    [{"precision": "day", "start_time": None, "end_time": None}, {"end_time": time(18)}],
)
def test_the_same_start_told_otherwise_is_no_change_of_day(change: dict[str, Any]) -> None:
    page = session()
    publish(page, **change)
    assert (record().sequence, record().previous_start) == (1, "")


def test_a_day_that_is_taken_back_is_remembered() -> None:
    page = session()
    page = publish(page, precision="month", start_date=date(2026, 12, 1))
    assert record().previous_start == "2026-11-26T13:00:00+01:00"
    publish(page, precision="day", start_date=date(2026, 12, 10))
    assert record().previous_start == "2026-11-26T13:00:00+01:00"


def test_a_translation_neither_makes_nor_changes_a_record() -> None:
    page = session()
    english = translate(page)
    before = record()
    publish(english, title="People")
    after = record()
    assert (after.pk, after.title, after.sequence) == (before.pk, "Mensen", 0)
    assert english.session == page.session == before


def test_a_copy_has_a_record_of_its_own_with_its_own_uid() -> None:
    page = session()
    copy = page.copy(to=series(title="2027"), keep_live=True)
    assert Session.objects.count() == 2
    assert copy.session.uid != page.session.uid


def test_an_alias_shares_the_record_of_its_original() -> None:
    page = session()
    alias = page.create_alias(parent=series(title="2027"))
    assert SessionPage.objects.get(pk=alias.pk).session == page.session
    assert Session.objects.count() == 1


def test_the_record_outlives_the_page() -> None:
    page = session()
    uid = record().uid
    page.delete()
    assert (record().uid, record().title) == (uid, "Mensen")


def test_what_fails_halfway_leaves_the_record_as_it_was() -> None:
    page = session()

    class Halted(Exception):
        pass

    page.start_date = date(2026, 12, 3)
    with pytest.raises(Halted), transaction.atomic():
        page.save()
        raise Halted
    assert (record().start_date, record().sequence) == (date(2026, 11, 26), 0)
