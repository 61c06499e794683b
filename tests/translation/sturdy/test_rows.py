"""Rows below rows come along into another language."""

import pytest
from django.db import IntegrityError, transaction
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from cop_blocks.translation.conf import is_off
from tests.blocks.facts.factories import fresh, home, locale
from tests.hosts.hostpages.models import CoursePage, LessonRow, TaskRow
from tests.translation.freshness.world import target_of, translation_of

pytestmark = pytest.mark.django_db


def course() -> CoursePage:
    nl, _en = home("nl"), home("en")
    page = CoursePage(title="Cursus", locale=locale("nl"))
    lesson = LessonRow(title="Les", locale=locale("nl"))
    lesson.task_rows = [TaskRow(text=text, locale=locale("nl")) for text in ("Een", "Twee")]
    page.lesson_rows = [lesson]
    nl.add_child(instance=page)
    page.save_revision().publish()
    return fresh(page)


def test_each_row_has_the_language_of_its_page():
    page = course()
    translate_object(page, [locale("en")])
    [lesson] = target_of(page).lesson_rows.all()
    tasks = list(lesson.task_rows.all())
    assert [each.locale for each in (lesson, *tasks)] == [locale("en")] * 3
    assert [each.text for each in tasks] == ["Een", "Twee"]


def test_the_text_of_a_row_that_is_too_long_is_told_there_and_the_page_is_built():
    page = course()
    translate_object(page, [locale("en")])
    translation = translation_of(page)
    for segment in translation.source.stringsegment_set.filter(context__path__contains="_rows"):
        row = StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale("en"),
            data="x" * 101,
        )
        assert (row.has_error, "101" in row.get_error()) == (True, True)
    translation.save_target(publish=False)
    assert [row.title for row in target_of(page).lesson_rows.all()] == ["Les"]


def test_without_it_the_database_refuses_them(settings):
    settings.COP_TRANSLATION_GUARDS_OFF = ["sturdy"]
    assert is_off("sturdy")
    with pytest.raises(IntegrityError), transaction.atomic():
        translate_object(course(), [locale("en")])
