"""The rows of a copy keep their translations, before and after its first publish."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from cop_blocks.translation import seams
from cop_events.models import SessionPage
from tests.blocks.facts.factories import fresh, home, locale, make_offer
from tests.events import factories as events
from tests.hosts.hostpages.models import OfferPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client


def copy_in_admin(client: Client, page: Page, **data: Any) -> Any:
    """As an editor does: the page's menu, "Copy"."""
    form = {
        "new_title": "Volgend jaar",
        "new_slug": "volgend-jaar",
        "new_parent_page": home().pk,
        **data,
    }
    response = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)
    assert response.status_code == 302
    return OfferPage.objects.get(slug=form["new_slug"])


def translate(client: Client, page: Any) -> Any:
    """Submits for English and types every text; the translation."""
    home("en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    client.post(submit, {"locales": [str(locale("en").pk)]})
    translation = Translation.objects.get(source__object_id=page.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source):
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        client.put(
            url,
            urlencode({"value": f"EN {segment.string.data}"}),
            content_type="application/x-www-form-urlencoded",
        )
    return translation


def publish_first(page: Any) -> None:
    fresh(page).get_latest_revision().publish()


def published_rows(translation: Any) -> list[str]:
    """What the English page says of its rows, once the changes of the source were brought to it."""
    source = translation.source
    source.refresh_from_db()
    source.update_from_db()
    translation.refresh_from_db()
    translation.save_target(publish=False)
    target = translation.get_target_instance().get_latest_revision_as_object()
    return [row.title for row in target.step_rows.all()]


@pytest.mark.parametrize("when", ["before its first publish", "after its first publish"])
def test_a_copy_keeps_the_translations_of_its_rows(admin: Client, when: str) -> None:
    copy = copy_in_admin(admin, make_offer())
    if when.startswith("after"):
        publish_first(copy)
    translation = translate(admin, copy)
    publish_first(copy)

    assert published_rows(translation) == ["EN Vraag aan", "EN Lever in"]


def test_a_copy_of_a_translated_page_begins_anew(admin: Client) -> None:
    """Its keys are its own: what is typed for the copy changes nothing of the first."""
    first = make_offer()
    translate(admin, first)
    copy = copy_in_admin(admin, first)

    keys = {row.translation_key for row in copy.step_rows.all()}
    assert keys & {row.translation_key for row in first.step_rows.all()} == set()
    stored = copy.get_latest_revision_as_object()
    assert {row.translation_key for row in stored.step_rows.all()} == keys


def test_pages_beneath_a_copy_keep_theirs(admin: Client) -> None:
    top = make_offer()
    child = make_offer(slug="kind")
    child.move(top, pos="last-child")
    copy_in_admin(admin, fresh(top), copy_subpages="on")
    copied = OfferPage.objects.get(
        slug="kind", path__startswith=OfferPage.objects.get(slug="volgend-jaar").path
    )

    translation = translate(admin, copied)
    publish_first(copied)

    assert published_rows(translation) == ["EN Vraag aan", "EN Lever in"]


def test_without_the_seam_they_are_lost(admin: Client) -> None:
    """When Wagtail mends this, the seam may go."""
    with seams.taken_off():
        copy = copy_in_admin(admin, make_offer())
    translation = translate(admin, copy)
    publish_first(copy)

    assert published_rows(translation) == ["Vraag aan", "Lever in"]


def test_a_session_copied_to_next_year_keeps_the_translations_of_its_questions(
    admin: Client,
) -> None:
    """By our own copying, which leaves last year's day behind."""
    source = events.full_session(events.series(title="Sessies 2026"), title="Mensen 2026")
    events.publish(source)
    url = f"/admin/cop/sessions/copy/{source.pk}/"
    admin.post(url, {"title": "Mensen 2027", "series": "new", "series_title": "Sessies 2027"})
    copy = SessionPage.objects.get(title="Mensen 2027")
    translation = translate(admin, copy)
    events.publish(copy, start_date=date(2027, 11, 2))

    source = translation.source
    source.update_from_db()
    translation.save_target(publish=False)
    target = translation.get_target_instance().get_latest_revision_as_object()
    questions = [row.text for row in target.question_rows.all()]
    assert questions == ["EN Vraag 1?", "EN Vraag 2?", "EN Vraag 3?"]
