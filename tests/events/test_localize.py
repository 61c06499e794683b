"""A series and its session translated as a translator does it, through wagtail-localize's views."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection

from cop_events.models import SessionIndexPage, SessionMaterial, SessionPage
from tests.events.editing import soup_of
from tests.events.factories import fresh, full_session, home, locale, series

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


def translate_all(client: Client, page: Any) -> Any:
    """Submit a page for English, type every string, publish; the page that readers get."""
    from wagtail_localize.models import StringSegment, Translation

    english = locale("en")
    home("en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.post(submit, {"locales": [str(english.pk)]}).status_code == 302
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=english
    )
    for segment in StringSegment.objects.filter(source=translation.source):
        answer = client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            data=urlencode({"value": f"EN {segment.string.data}"}),
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code in (200, 201)
    assert (
        translation.get_progress()
        == (StringSegment.objects.filter(source=translation.source).count(),) * 2
    )
    target = page.get_translation(english)
    assert not target.live
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    # It publishes after the commit.
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(edit, {"action": "publish"}).status_code == 302
    published = fresh(target.specific)
    assert published.live
    return published


def test_every_word_is_translated_and_every_fact_and_relation_is_there(admin: Client) -> None:
    index = series(introduction="Vier sessies.")
    page = full_session(index)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    document = get_document_model()(title="D", file=ContentFile(b"x", "verslag.pdf"))
    document.save()
    page.body = [("text", "<p>Om te beginnen.</p>")]
    page.report = [("text", "<p>Dit leerden wij.</p>")]
    page.material_rows = [SessionMaterial(title="Verslag", document=document, locale=page.locale)]
    page.save()
    page = fresh(page)
    page.save_revision().publish()

    english_index = translate_all(admin, index)
    assert isinstance(english_index, SessionIndexPage)
    assert (english_index.title, english_index.introduction) == (
        "EN Sessies 2026",
        "EN Vier sessies.",
    )

    english = translate_all(admin, page)
    assert isinstance(english, SessionPage)
    assert english.get_parent().pk == english_index.pk
    assert english.locale.language_code == "en"
    words = {
        "title": english.title,
        "introduction": english.introduction,
        "accessibility": english.venue_accessibility,
        "questions": [row.text for row in english.question_rows.all()],
        "programme": [row.title for row in english.programme_rows.all()],
        "materials": [row.title for row in english.material_rows.all()],
    }
    assert words == {
        "title": "EN Mensen",
        "introduction": "EN Wat werkt voor elk bedrijf?",
        "accessibility": "EN Er is een lift.",
        "questions": ["EN Vraag 1?", "EN Vraag 2?", "EN Vraag 3?"],
        "programme": ["EN Welkom", "EN Praktijken"],
        "materials": ["EN Verslag"],
    }
    assert "EN Om te beginnen." in str(english.body)
    assert "EN Dit leerden wij." in str(english.report)
    for name in SessionPage.facts:
        if "_rows" not in name:
            assert getattr(english, name) == getattr(page, name), name
    assert [row.tag_id for row in english.cop_term_rows.all()] == [
        row.tag_id for row in page.cop_term_rows.all()
    ]
    assert [row.person_id for row in english.speaker_rows.all()] == [
        row.person_id for row in page.speaker_rows.all()
    ]
    assert [row.organisation_id for row in english.organisation_rows.all()] == [
        row.organisation_id for row in page.organisation_rows.all()
    ]
    assert [
        (row.starts_at, row.ends_at, row.speaker_id) for row in english.programme_rows.all()
    ] == [(row.starts_at, row.ends_at, row.speaker_id) for row in page.programme_rows.all()]
    assert [row.document_id for row in english.material_rows.all()] == [document.pk]
    assert english.session == page.session


def test_readers_find_the_translation_and_its_list(admin: Client) -> None:
    index = series()
    page = full_session(index)
    english_index = translate_all(admin, index)
    english = translate_all(admin, page)
    listed = soup_of(Client().get(english_index.get_url()))
    assert [link["href"] for link in listed.select(".cop-card h3 a")] == [english.get_url()]
    soup = soup_of(Client().get(english.get_url()))
    assert soup.html["lang"] == "en"
    assert soup.h1.get_text() == "EN Mensen"
    assert soup.select_one(".cop-eyebrow").get_text().endswith("Theme human-capital")


def test_what_a_translator_gets_to_see_are_words_only(admin: Client) -> None:
    from wagtail_localize.models import OverridableSegment, TranslationSource

    page = full_session()
    source, _ = TranslationSource.get_or_create_from_instance(page)
    source.update_from_db()
    paths = set(source.stringsegment_set.values_list("context__path", flat=True))
    assert {path.rpartition(".")[2] or path for path in paths} == {
        "title",
        "slug",
        "introduction",
        "venue_accessibility",
        "text",
    }
    assert list(OverridableSegment.objects.filter(source=source)) == []
