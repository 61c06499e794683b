"""What is written together is what wagtail-localize writes one by one."""

from typing import Any

import pytest
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)

from cop_blocks.models import InformationPage
from cop_blocks.translation import seams
from tests.blocks.facts.factories import fresh, make_offer
from tests.site import fresh as sites

pytestmark = pytest.mark.django_db

BODY = [
    ("heading", {"text": "Kop", "level": "h2"}),
    ("text", '<p>Een <a href="https://example.org/">link</a>.</p><p>Twee.</p><p>Twee.</p>'),
    ("text", "<p>Een andere alinea.</p>"),
]


def written(source: TranslationSource) -> list[Any]:
    """Every segment, without the keys of the database."""
    strings = StringSegment.objects.filter(source=source).values_list(
        "context__path", "context__field_path", "order", "string__data", "attrs"
    )
    templates = TemplateSegment.objects.filter(source=source).values_list(
        "context__path", "context__field_path", "order", "template__template"
    )
    others = OverridableSegment.objects.filter(source=source).values_list(
        "context__path", "context__field_path", "order", "data_json"
    )
    objects = RelatedObjectSegment.objects.filter(source=source).values_list(
        "context__path", "order", "object_id"
    )
    return [sorted(kind) for kind in (strings, templates, others, objects)]


def page() -> Any:
    home = sites.home()
    made = InformationPage(
        title="Over", slug="over", locale=home.locale, introduction="Kort", body=BODY
    )
    home.add_child(instance=made)
    return InformationPage.objects.get(pk=made.pk)


@pytest.mark.parametrize("make", [page, lambda: make_offer(summary="S", body="<p>A</p><p>B</p>")])
def test_the_rows_are_those_of_wagtail_localize(make: Any) -> None:
    source, _made = TranslationSource.get_or_create_from_instance(make())
    ours = written(source)
    for model in (StringSegment, TemplateSegment, OverridableSegment, RelatedObjectSegment):
        model.objects.filter(source=source).delete()
    TranslationContext.objects.filter(object_id=source.object_id).delete()
    with seams.taken_off():
        source.refresh_segments()
    assert ours == written(source)
    assert ours[0]
    # And there is nothing to do where they stand already.
    keys = sorted(StringSegment.objects.filter(source=source).values_list("pk", flat=True))
    source.refresh_segments()
    assert keys == sorted(StringSegment.objects.filter(source=source).values_list("pk", flat=True))


def test_what_stays_keeps_its_key_and_what_went_goes() -> None:
    offer = make_offer(summary="Eerst", body="<p>A</p><p>B</p><p>C</p>")
    source, _made = TranslationSource.get_or_create_from_instance(offer)

    def keys() -> dict[str, int]:
        rows = StringSegment.objects.filter(source=source, context__path__in=["body", "summary"])
        return dict(rows.values_list("string__data", "pk"))

    before = keys()
    assert set(before) == {"Eerst", "A", "B", "C"}
    offer.summary, offer.body = "Later", "<p>A</p><p>B</p>"
    offer.save_revision().publish()
    source.update_from_db()
    after = keys()
    assert set(after) == {"Later", "A", "B"}
    assert (after["A"], after["B"]) == (before["A"], before["B"])


def test_a_row_of_an_old_version_gets_the_path_of_its_field() -> None:
    offer = make_offer(summary="S")
    source, _made = TranslationSource.get_or_create_from_instance(offer)
    contexts = TranslationContext.objects.filter(object_id=source.object_id)
    contexts.update(field_path="")
    source.refresh_segments()
    assert set(contexts.values_list("path", "field_path")) >= {("summary", "summary")}
    assert "" not in contexts.values_list("field_path", flat=True)


def test_two_sources_share_strings() -> None:
    first, second = (make_offer(slug=slug, summary="Samen") for slug in ("een", "twee"))
    for offer in (first, second):
        TranslationSource.get_or_create_from_instance(fresh(offer))
    rows = StringSegment.objects.filter(context__path="summary")
    assert len(rows) == 2
    assert len({row.string_id for row in rows}) == 1
