"""What visitors read stays as it is until an update is published."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation

from cop_blocks.translation.seams import taken_off
from tests.blocks.facts.factories import fresh, locale
from tests.localize import whatever_it_lacks
from tests.translation.freshness.world import change, row_of, target_of, translation_of

pytestmark = pytest.mark.django_db

#: What a new draft says of itself in the row.
OF_A_DRAFT = {
    "latest_revision_id",
    "latest_revision_created_at",
    "has_unpublished_changes",
    "draft_title",
}


def updated(source, **fields):
    """The source changed, and a draft of its translation built."""
    source = change(source, **fields)
    translation_of(source).source.update_from_db()
    translation_of(source).save_target(publish=False)
    return source


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("page", {"title": "Aanbod", "body": "<p>Iets</p>", "slug": "iets"}),
        ("leaflet", {"title": "Nieuw"}),
    ],
)
def test_a_draft_leaves_the_live_row_and_its_children_as_they_are(world, kind, fields):
    target = target_of(getattr(world, kind))
    before, rows = row_of(target), rows_of(target)
    updated(fresh(getattr(world, kind)), **fields)
    after = row_of(target)
    assert {name for name in after if after[name] != before[name]} <= OF_A_DRAFT
    assert rows_of(target) == rows
    assert after["has_unpublished_changes"] and after["live"]
    assert after["live_revision_id"] == before["live_revision_id"]
    assert after["latest_revision_id"] != before["latest_revision_id"]


@pytest.mark.parametrize("kind", ["page", "leaflet"])
def test_wagtail_localize_alone_changes_what_visitors_read(world, kind):
    target = target_of(getattr(world, kind))
    before = row_of(target)
    with taken_off():
        updated(fresh(getattr(world, kind)), title="Anders")
    assert (
        row_of(target)["title" if kind == "page" else "live"]
        != before["title" if kind == "page" else "live"]
    )


def test_publishing_the_draft_brings_its_text_and_rows(world):
    page = fresh(world.page)
    first = page.step_rows.all()[0]
    page.step_rows.remove(first)
    page = updated(page, summary="Anders")
    target = target_of(page)
    assert len(rows_of(target)) == 2
    with whatever_it_lacks():
        target.latest_revision.publish()
    assert fresh(target).summary == "EN Samenvatting"
    assert [row["title"] for row in rows_of(target)] == ["EN Lever in"]
    assert not fresh(target).has_unpublished_changes


def test_a_title_that_is_typed_shows_nowhere_until_a_draft_has_it(world):
    page = change(fresh(world.page), title="Aanbod")
    source = translation_of(page).source
    source.update_from_db()
    target = target_of(page)
    segment = StringSegment.objects.get(source=source, context__path="title")
    row = StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=locale("en"), data="Offer"
    )
    assert fresh(target).draft_title == "EN Offer (nl)"
    row.delete()
    assert fresh(target).draft_title == "EN Offer (nl)"
    target.unpublish()
    row.save()
    assert fresh(target).draft_title == "Offer"


def rows_of(target):
    rows = getattr(target, "step_rows", None)
    return [] if rows is None else list(type(target).objects.get(pk=target.pk).step_rows.values())
