"""wagtail-localize: facts are none of its business, however old its snapshot of the source is."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cop_blocks.facts.localize import UntouchedFields
from tests.blocks.facts.factories import fresh, home, locale, make_offer, publish
from tests.hosts.hostpages.models import OfferStepRow
from tests.localize import whatever_it_lacks

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"), reason="wagtail-localize is optional"
    ),
]


@pytest.fixture
def admin(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client


def submit(client: Client, source: Page, *languages: str) -> None:
    """Submit a page for translation, as an editor does."""
    for language in languages:
        home(language)
    response = client.post(
        reverse("wagtail_localize:submit_page_translation", args=[source.pk]),
        {"locales": [str(locale(language).pk) for language in languages]},
    )
    assert response.status_code == 302


def translation_of(source: Page, language: str) -> Any:
    from wagtail_localize.models import Translation

    return Translation.objects.get(
        source__object_id=source.translation_key, target_locale=locale(language)
    )


def translate_all(client: Client, source: Page, language: str) -> None:
    """Type a translation of every string, through the endpoint of the editor."""
    from wagtail_localize.models import StringSegment

    translation = translation_of(source, language)
    for segment in StringSegment.objects.filter(source=translation.source):
        response = client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            data=f"value={segment.string.data} ({language})",
            content_type="application/x-www-form-urlencoded",
        )
        assert response.status_code in (200, 201)


def publish_translation(client: Client, source: Page, language: str) -> Any:
    translation = translation_of(source, language)
    page = translation.get_target_instance()
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}
    )
    assert response.status_code == 302
    return fresh(page)


def facts_of(page: Any) -> tuple[Any, ...]:
    page = fresh(page)
    return (
        page.place,
        page.amount,
        [(row.partner, row.share, row.sort_order) for row in page.partner_rows.all()],
        [(row.minutes, row.link) for row in page.step_rows.order_by("sort_order")],
    )


def change_facts(source: Any) -> None:
    steps = list(source.step_rows.all())
    steps[0].minutes, steps[0].sort_order, steps[1].sort_order = 15, 1, 0
    publish(source, place="Delft", amount="1.00", step_rows=steps, partner_rows=[])


def test_facts_give_no_segments_to_translate_or_override(admin: Client) -> None:
    source = make_offer(summary="Samenvatting")
    submit(admin, source, "en")
    translation = translation_of(source, "en").source

    strings = translation.stringsegment_set.values_list("context__path", flat=True)
    keys = [row.translation_key for row in source.step_rows.all()]
    assert sorted(strings) == sorted(
        ["title", "slug", "summary", *(f"step_rows.{key}.title" for key in keys)]
    )
    assert list(translation.overridablesegment_set.values_list("context__path", flat=True)) == []


def test_translation_through_the_editor_has_the_facts(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_offer(summary="Samenvatting")
    submit(admin, source, "en")
    translate_all(admin, source, "en")
    with django_capture_on_commit_callbacks(execute=True):
        english = publish_translation(admin, source, "en")

    english = fresh(english)
    assert english.live
    assert english.title == "Offer (nl) (en)"
    assert english.summary == "Samenvatting (en)"
    assert [row.title for row in english.step_rows.all()] == ["Vraag aan (en)", "Lever in (en)"]
    assert facts_of(english) == facts_of(source)


def test_publishing_from_an_old_snapshot_keeps_the_new_facts(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_offer()
    submit(admin, source, "en")
    translate_all(admin, source, "en")
    change_facts(source)
    with django_capture_on_commit_callbacks(execute=True):
        english = publish_translation(admin, source, "en")

    assert facts_of(english) == facts_of(source)
    assert english.place == "Delft"


def test_new_language_from_an_old_snapshot_has_the_new_facts(admin: Client) -> None:
    source = make_offer()
    submit(admin, source, "en")
    change_facts(source)
    home("fr")
    snapshot = translation_of(source, "en").source
    french, _ = snapshot.create_or_update_translation(
        locale("fr"), publish=False, copy_parent_pages=True, fallback=True
    )

    assert facts_of(french) == facts_of(source)
    assert fresh(french).get_latest_revision_as_object().place == "Delft"


def test_preview_from_an_old_snapshot_shows_the_new_facts(admin: Client) -> None:
    source = make_offer()
    submit(admin, source, "en")
    change_facts(source)
    snapshot = translation_of(source, "en").source

    shown = snapshot.get_ephemeral_translated_instance(locale("en"), fallback=True)

    assert (shown.place, list(shown.partner_rows.all())) == ("Delft", [])
    assert [(row.title, row.minutes) for row in shown.step_rows.all()] == [
        ("Lever in", 20),
        ("Vraag aan", 15),
    ]


def test_snapshot_that_is_taken_while_the_source_has_a_draft_does_not_leak_it(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_offer()
    submit(admin, source, "en")
    draft = fresh(source, place="Secret")
    steps = list(draft.step_rows.all())
    steps[0].minutes = 99
    draft.step_rows = steps
    draft.save_revision()
    snapshot, _ = type(translation_of(source, "en").source).update_or_create_from_instance(draft)
    with django_capture_on_commit_callbacks(execute=True), whatever_it_lacks():
        english, _ = snapshot.create_or_update_translation(locale("en"), fallback=True)

    assert facts_of(english) == facts_of(source)
    assert fresh(english).place == "Rotterdam"


def test_snapshot_of_an_unpublished_source_does_not_bring_its_facts(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_offer()
    submit(admin, source, "en")
    with django_capture_on_commit_callbacks(execute=True):
        english = publish_translation(admin, source, "en")
    before = facts_of(english)
    fresh(source).unpublish()
    change = fresh(source, place="Secret")
    steps = list(change.step_rows.all())
    steps[0].minutes = 99
    change.step_rows = steps
    change.save()
    snapshot = translation_of(source, "en").source
    snapshot.update_from_db()
    with django_capture_on_commit_callbacks(execute=True), whatever_it_lacks():
        snapshot.create_or_update_translation(locale("en"), fallback=True)

    assert facts_of(english) == before
    shown = snapshot.get_ephemeral_translated_instance(locale("en"), fallback=True)
    assert [row.minutes for row in shown.step_rows.all()] == [10, 20]


def test_updating_a_translation_brings_the_rows_that_waited(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_offer()
    submit(admin, source, "en")
    kept, _ = source.step_rows.all()
    kept.minutes = 15
    added = OfferStepRow(title="Wacht", minutes=5, locale=locale("nl"), sort_order=2)
    publish(source, step_rows=[kept, added])
    snapshot = translation_of(source, "en").source
    snapshot.update_from_db()
    with django_capture_on_commit_callbacks(execute=True), whatever_it_lacks():
        english, _ = snapshot.create_or_update_translation(locale("en"), fallback=True)

    assert [(row.title, row.minutes) for row in fresh(english).step_rows.all()] == [
        ("Vraag aan", 15),
        ("Wacht", 5),
    ]


def test_stopped_translation_reads_its_facts_in_the_ordinary_form(admin: Client) -> None:
    source = make_offer()
    submit(admin, source, "en")
    translation = translation_of(source, "en")
    english = translation.get_target_instance()
    change_facts(source)
    response = admin.post(
        reverse("wagtail_localize:stop_translation", args=[translation.pk]), {"next": "/"}
    )
    assert response.status_code == 302

    html = admin.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[source.pk]) in html
    assert 'name="place"' not in html
    assert "Delft" in html


def test_translation_converted_back_to_an_alias_follows(admin: Client) -> None:
    source = make_offer()
    submit(admin, source, "en")
    english = translation_of(source, "en").get_target_instance()
    url = reverse("wagtail_localize:convert_to_alias", args=[english.pk])
    assert admin.post(url, {"next": "/"}).status_code == 302
    change_facts(source)

    assert fresh(english).alias_of_id == source.pk
    assert facts_of(english) == facts_of(source)


def test_synced_tree_makes_aliases_that_follow(admin: Client) -> None:
    source = make_offer()
    home("en")
    alias = source.copy_for_translation(locale("en"), copy_parents=True, alias=True)
    submit(admin, source, "en")
    change_facts(source)

    assert fresh(alias).alias_of_id == source.pk
    assert facts_of(alias) == facts_of(source)


def test_host_keeps_its_own_list_of_translatable_fields() -> None:
    from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

    class OwnList:
        facts = ("place", "step_rows.minutes")
        override_translatable_fields = [SynchronizedField("summary"), SynchronizedField("place")]

    UntouchedFields.extend(OwnList)

    assert OwnList.override_translatable_fields == [
        SynchronizedField("summary"),
        BaseTranslatableField("place"),
    ]


def test_rows_with_text_leave_their_facts_alone() -> None:
    from wagtail_localize.fields import BaseTranslatableField

    assert OfferStepRow.override_translatable_fields == [
        BaseTranslatableField("minutes"),
        BaseTranslatableField("link"),
    ]
