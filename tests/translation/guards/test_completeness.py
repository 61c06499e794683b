"""What nobody approved yet: by the strings, and by the text that a revision shows."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cop_blocks.models import InformationPage
from cop_blocks.translation.completeness import unfinished, unfinished_in
from tests.blocks.facts.factories import locale, publish
from tests.translation.guards.steps import approve, draft, segments, target_of

pytestmark = pytest.mark.django_db


def told(left):
    return [(each.label, each.source, each.why) for each in left]


ALL = [
    ("Titel", "Offer (nl)", "missing"),
    ("Slug", "offer-nl", "missing"),
    ("Summary", "Geld erbij", "missing"),
    ("Body", "Eerste", "missing"),
    ("Body", "Tweede zin", "missing"),
    ("Offer step row › Title", "Vraag aan", "missing"),
    ("Offer step row › Title", "Lever in", "missing"),
]


def test_all_text_is_unfinished_after_submit(translation):
    assert sorted(told(unfinished(translation))) == sorted(ALL)
    assert sorted(told(unfinished_in(draft(translation)))) == sorted(ALL)


def test_approved_text_is_finished_once_it_is_in_the_revision(translation):
    old = draft(translation)
    approve(translation)
    assert unfinished(translation) == []
    assert unfinished_in(draft(translation)) == []
    assert sorted(told(unfinished_in(old))) == sorted(ALL)


def test_text_of_a_machine_and_refused_text_are_unfinished(translation):
    approve(translation, but=("summary", "body"))
    approve(translation, only=("summary",), kind="machine")
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    revision = draft(translation)
    expected = [
        ("Titel", "Offer (nl)", "error"),
        ("Summary", "Geld erbij", "machine"),
        ("Body", "Eerste", "missing"),
        ("Body", "Tweede zin", "missing"),
    ]
    assert sorted(told(unfinished(translation))) == sorted(expected)
    assert sorted(told(unfinished_in(revision))) == sorted(expected)


def test_rows_of_older_versions_without_a_type_are_approved(translation):
    approve(translation, kind="")
    assert unfinished_in(draft(translation)) == []


def test_a_changed_source_makes_only_the_changed_text_unfinished(translation, offer):
    approve(translation)
    publish(offer, body="<p>Eerste</p><p>Nieuw</p>")
    translation.source.update_from_db()
    assert told(unfinished(translation)) == [("Body", "Nieuw", "missing")]
    assert told(unfinished_in(draft(translation))) == [("Body", "Nieuw", "missing")]


def test_a_draft_from_before_an_update_is_finished_if_it_was_then(translation, offer):
    approve(translation, but=("summary",))
    approve(translation, only=("summary",), kind="machine")
    unread = draft(translation)
    approve(translation, only=("summary",))
    read = draft(translation)
    publish(offer, title="Anders", summary="Anders")
    translation.source.update_from_db()
    assert told(unfinished_in(read)) == []
    StringTranslation.objects.filter(context__path="summary").update(data="Read")
    assert told(unfinished_in(unread)) == [("Summary", "EN Geld erbij", "missing")]


def test_after_stop_only_text_that_was_left_as_it_was_is_unfinished(translation):
    approve(translation, but=("summary", "body"))
    approve(translation, only=("summary",), kind="machine")
    draft(translation)
    translation.enabled = False
    translation.save()
    page = target_of(translation).get_latest_revision_as_object()
    page.title = "Typed after stop"
    page.body = "<p>Eerste</p><p>Second</p>"
    revision = page.save_revision()
    assert told(unfinished_in(revision)) == [
        ("Summary", "EN Geld erbij", "machine"),
        ("Body", "Eerste", "missing"),
    ]


def test_text_of_an_older_source_is_unfinished_after_stop(translation, offer):
    draft(translation)
    publish(offer, summary="Anders")
    translation.source.update_from_db()
    translation.enabled = False
    translation.save()
    left = unfinished_in(target_of(translation).latest_revision)
    assert ("Summary", "Geld erbij", "missing") in told(left)


def test_a_page_that_is_no_translation_is_never_unfinished(offer):
    assert unfinished_in(offer.latest_revision) == []


def test_the_number_of_statements_does_not_grow_with_the_text(translation, offer):
    def counted():
        fresh = Translation.objects.get(pk=translation.pk)
        with CaptureQueriesContext(connection) as now:
            unfinished(fresh)
        revision = draft(translation)
        with CaptureQueriesContext(connection) as later:
            unfinished_in(revision)
        return len(now), len(later)

    before = counted()
    publish(offer, body="".join(f"<p>Alinea {number}</p>" for number in range(9)))
    translation.source.update_from_db()
    assert len(unfinished(translation)) == 14
    assert counted() == before


def test_a_cell_of_a_table_is_finished_where_its_translation_stands_in_the_table(offer):
    """A table says where a cell is by its text, which is another one in each language."""
    value = table("Soort", [["Ja", "Nee"], ["Soms", "Type"]])
    body = json.dumps([{"type": "table", "id": "t", "value": value}])
    page = InformationPage(title="Soorten", slug="soorten", locale=locale("nl"), body=body)
    offer.get_parent().add_child(instance=page)
    translate_object(page, [locale("en")])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    path = {each.string.data: each.context.path for each in segments(translation)}
    approve(translation, but=(path["Soms"], path["Soort"], path["Type"]))
    # The same word is in the source, with another meaning.
    answer("Soort", "Type", translation)
    answer("Type", "Kind", translation)
    assert told(unfinished_in(draft(translation))) == [("Tekst › Tabel › Tabel", "Soms", "missing")]
    answer("Soms", "Sometimes", translation)
    assert unfinished_in(draft(translation)) == []


def table(caption, cells):
    columns = [{"type": "text", "heading": heading} for heading in ("A", "B")]
    rows = [{"values": row} for row in cells]
    table = {"caption": caption, "columns": columns, "rows": rows}
    return {"table": table, "first_column_is_heading": False}


def answer(source, text, translation):
    (segment,) = (each for each in segments(translation) if each.string.data == source)
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data=text,
        translation_type="manual",
    )
