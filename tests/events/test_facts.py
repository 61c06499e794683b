"""No reader of a translation ever meets an old date: every way to publish, in every place.

The places are the row, the edit form, the preview and the calendar file of the English page (or of
its alias or copy); the source is Dutch.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Barrier, Thread
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, TestCase
from icalendar import Calendar

from cop_events.models import Session, SessionPage
from tests.events.editing import Editor, soup_of
from tests.events.factories import (
    fresh,
    full_session,
    home,
    locale,
    publish,
    series,
    session,
    translate,
)

OLD, NEW, NEWEST = date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10)
NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def in_row(page: Any) -> Any:
    return fresh(page).start_date


def in_form(page: Any) -> Any:
    response = Editor().client.get(Editor().edit_url(page))
    shown = {template.name for template in response.templates}
    if "wagtailadmin/pages/edit_alias.html" in shown:
        # An alias has no form of its own, only a link to that of its original.
        return in_row(page)
    if "wagtail_localize/admin/edit_translation.html" in shown:
        # wagtail-localize has an editor of its own: no fact may be among its segments.
        from wagtail_localize.models import OverridableSegment

        paths = OverridableSegment.objects.values_list("context__path", flat=True)
        assert not {path.partition(".")[0] for path in paths} & set(SessionPage.facts)
        return in_row(page)
    return response.context["form"].instance.start_date


def in_preview(page: Any) -> Any:
    response = fresh(page).get_latest_revision_as_object().make_preview_request()
    soup = soup_of(response)
    return date.fromisoformat(soup.select_one(".cop-when time")["datetime"][:10])


def in_calendar(page: Any) -> Any:
    response = Client().get(f"{fresh(page).get_url()}ics/")
    (event,) = Calendar.from_ical(response.content.decode()).walk("VEVENT")
    return event["DTSTART"].dt.date()


def scheduled_not_yet(nl: Any, en: Any) -> tuple[Any, date]:
    """A change that waits for its moment is seen nowhere before."""
    nl.start_date, nl.go_live_at = NEW, datetime(2026, 10, 2, tzinfo=UTC)
    nl.save_revision().publish()
    return en, OLD


def scheduled_and_there(nl: Any, en: Any) -> tuple[Any, date]:
    nl.start_date, nl.go_live_at = NEW, datetime(2026, 10, 2, tzinfo=UTC)
    nl.save_revision().publish()
    with time_machine.travel(datetime(2026, 10, 2, 1, tzinfo=UTC), tick=False):
        call_command("publish_scheduled")
    return en, NEW


def draft_of_the_source(nl: Any, en: Any) -> tuple[Any, date]:
    nl.start_date = NEW
    nl.save_revision()
    return en, OLD


def draft_older_than_the_change(nl: Any, en: Any) -> tuple[Any, date]:
    en.introduction = "Older words"
    en.save_revision()
    publish(nl, start_date=NEW)
    return en, NEW


def draft_older_than_the_change_published(nl: Any, en: Any) -> tuple[Any, date]:
    en.introduction = "Older words"
    revision = en.save_revision()
    publish(nl, start_date=NEW)
    revision.publish()
    assert fresh(en).introduction == "Older words"
    return en, NEW


def translation_published_later(nl: Any, en: Any) -> tuple[Any, date]:
    en.unpublish()
    publish(nl, start_date=NEW)
    fresh(en).get_latest_revision_as_object().save_revision().publish()
    return en, NEW


def translation_scheduled_before(nl: Any, en: Any) -> tuple[Any, date]:
    en.go_live_at = datetime(2026, 10, 2, tzinfo=UTC)
    en.save_revision().publish()
    publish(nl, start_date=NEW)
    with time_machine.travel(datetime(2026, 10, 2, 1, tzinfo=UTC), tick=False):
        call_command("publish_scheduled")
    return en, NEW


def published_by_wagtail_localize(nl: Any, en: Any) -> tuple[Any, date]:
    """From a snapshot of the source that is older than the change."""
    if not apps.is_installed("wagtail_localize"):
        pytest.skip("wagtail-localize is optional")
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource

    source, _ = TranslationSource.update_or_create_from_instance(nl)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale("en"),
            context=segment.context,
            data=f"EN {segment.string.data}",
        )
    publish(nl, start_date=NEW)
    # It publishes after the commit.
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    assert fresh(en).title == "EN Mensen"
    return en, NEW


def alias_of_the_translation(nl: Any, en: Any) -> tuple[Any, date]:
    alias = en.create_alias(parent=series(home("en"), title="Elsewhere"))
    publish(nl, start_date=NEW)
    return alias, NEW


def alias_of_the_source(nl: Any, en: Any) -> tuple[Any, date]:
    alias = nl.create_alias(parent=series(title="Elders"))
    publish(nl, start_date=NEW)
    return alias, NEW


def copy_of_the_translation(nl: Any, en: Any) -> tuple[Any, date]:
    """What is copied is what was last published, though the translation has an older draft."""
    en.introduction = "Older words"
    en.save_revision()
    publish(nl, start_date=NEW)
    elsewhere = series(home("en"), title="Elsewhere")
    return fresh(en).copy(to=elsewhere, copy_revisions=False, keep_live=True), NEW


def source_unpublished(nl: Any, en: Any) -> tuple[Any, date]:
    """While the source is not there its translations keep what was last published."""
    nl.unpublish()
    nl = fresh(nl)
    nl.start_date = NEW
    nl.save_revision()
    publish(en, introduction="Other words")
    return en, OLD


def source_published_again(nl: Any, en: Any) -> tuple[Any, date]:
    nl.unpublish()
    publish(fresh(nl), start_date=NEW)
    return en, NEW


def source_deleted(nl: Any, en: Any) -> tuple[Any, date]:
    publish(nl, start_date=NEW)
    fresh(nl).delete()
    return en, NEW


def source_deleted_then_changed(nl: Any, en: Any) -> tuple[Any, date]:
    """Who remains owns the facts; the record of the session goes on."""
    uid = nl.session.uid
    publish(nl, start_date=NEW)
    fresh(nl).delete()
    publish(fresh(en), start_date=NEWEST)
    record = Session.objects.get()
    assert (record.uid, record.sequence, record.start_date) == (uid, 2, NEWEST)
    return en, NEWEST


PATHS: list[Callable[[Any, Any], tuple[Any, date]]] = [
    scheduled_not_yet,
    scheduled_and_there,
    draft_of_the_source,
    draft_older_than_the_change,
    draft_older_than_the_change_published,
    translation_published_later,
    translation_scheduled_before,
    published_by_wagtail_localize,
    alias_of_the_translation,
    alias_of_the_source,
    copy_of_the_translation,
    source_unpublished,
    source_published_again,
    source_deleted,
    source_deleted_then_changed,
]


@pytest.fixture
def group(db: Any) -> Any:
    with time_machine.travel(NOW, tick=False):
        nl = session()
        en = translate(nl, title="People")
        yield nl, en


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
def test_the_date_is_what_was_last_published(path: Any, group: Any) -> None:
    page, expected = path(*group)
    assert {
        "row": in_row(page),
        "form": in_form(page),
        "preview": in_preview(page),
        "calendar": in_calendar(page),
    } == dict.fromkeys(("row", "form", "preview", "calendar"), expected)


@pytest.mark.django_db
def test_rows_of_facts_follow_and_words_stay() -> None:
    nl = full_session()
    en = translate(nl, title="People")
    for row in en.programme_rows.all():
        row.title = f"EN {row.title}"
        row.save()
    nl = fresh(nl)
    draft = nl.get_latest_revision_as_object()
    rows = list(draft.programme_rows.all())
    rows[0].place = "Zaal 2"
    draft.programme_rows = rows
    draft.speaker_rows = []
    draft.cop_term_rows = []
    draft.save_revision().publish()
    en = fresh(en)
    assert [(row.title, row.place) for row in en.programme_rows.all()] == [
        ("EN Welkom", "Zaal 2"),
        ("EN Praktijken", ""),
    ]
    assert list(en.speaker_rows.all()) == []
    assert list(en.cop_term_rows.all()) == []
    assert [row.text for row in en.question_rows.all()] == ["Vraag 1?", "Vraag 2?", "Vraag 3?"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite writes one at a time")
def test_two_languages_published_at_once_agree() -> None:
    nl = session()
    en = translate(nl, title="People")
    both_have_read = Barrier(2, timeout=10)
    failures: list[BaseException] = []

    def publish_one(page: Any, **fields: Any) -> None:
        try:
            draft = SessionPage.objects.get(pk=page.pk)
            for name, value in fields.items():
                setattr(draft, name, value)
            both_have_read.wait()
            with transaction.atomic():
                draft.save()
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [
        Thread(target=publish_one, args=(nl,), kwargs={"start_date": NEW}),
        Thread(target=publish_one, args=(en,), kwargs={"title": "Folks"}),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert (fresh(en).title, fresh(en).start_date, fresh(nl).start_date) == ("Folks", NEW, NEW)
    assert Session.objects.get().sequence == 1
