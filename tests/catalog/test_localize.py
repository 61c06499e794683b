"""Each page type translated as a translator does it, through wagtail-localize's views."""

from decimal import Decimal

import pytest
from django.apps import apps

from cop_blocks.models import Person
from cop_catalog.models import InitiativeRelation
from tests.catalog import factories
from tests.events import factories as events
from tests.localize import translate_in_admin

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"), reason="wagtail-localize is optional"
)


@pytest.fixture
def homes(db):
    return factories.make_homes()


@pytest.fixture
def translator(client, admin_user):
    client.force_login(admin_user)
    return lambda page: translate_in_admin(client, page)


@pytest.mark.parametrize("kind", ["InitiativeIndexPage", "GoodPracticeIndexPage", "ThemeIndexPage"])
def test_a_list_is_translated(homes, translator, kind):
    page = factories.make_index(
        homes[0],
        apps.get_model("cop_catalog", kind),
        title="Lijst",
        introduction="Alles bij elkaar.",
        body=[("text", "<p>Meer.</p>")],
    )

    english = translator(page)

    assert (english.title, english.introduction) == ("EN Lijst", "EN Alles bij elkaar.")
    assert "EN Meer." in str(english.body)
    assert english.get_parent().pk == homes[1].pk


def test_an_initiative_is_translated_and_its_facts_are_right(site, translator):
    successor = factories.make_initiative(site.catalogue, "Voorbeeld: opvolger")
    page = factories.make_initiative(
        site.catalogue,
        "Voorbeeld: voucher",
        summary="Eén zin.",
        requirements="<p>Minder dan 250.</p>",
        costs_note="Na een intake.",
        state_reason="Het geld is op.",
        body=[("text", "<p>Zo werkt het.</p>")],
        terms=[site.digital, factories.make_term("region", "haaglanden")],
        providers=["Loket", "Fonds"],
        amount_max=Decimal("10000"),
        apply_url="https://example.org/",
        contact=Person.objects.create(name="Sanne Voorbeeld"),
        contact_email="vraag@example.org",
        service_languages=["nl", "en"],
        state="merged",
        successor=successor,
        external_id="zh-1",
    )
    page.relation_rows.add(InitiativeRelation(page=successor, kind="similar"))
    page.save()

    english = translator(page)

    words = ("title", "summary", "costs_note", "state_reason")
    assert {name: getattr(english, name) for name in words} == {
        "title": "EN Voorbeeld: voucher",
        "summary": "EN Eén zin.",
        "costs_note": "EN Na een intake.",
        "state_reason": "EN Het geld is op.",
    }
    assert "EN Minder dan 250." in english.requirements
    assert "EN Zo werkt het." in str(english.body)
    for name in page.facts:
        if not name.endswith("_rows"):
            column = page._meta.get_field(name).attname
            assert getattr(english, column) == getattr(page, column), name
    assert [row.tag_id for row in english.cop_term_rows.all()] == [
        row.tag_id for row in page.cop_term_rows.all()
    ]
    assert [(row.organisation.name, row.role) for row in english.organisation_rows.all()] == [
        ("Loket", "provider"),
        ("Fonds", "provider"),
    ]
    assert [(row.page_id, row.kind) for row in english.relation_rows.all()] == [
        (successor.pk, "similar")
    ]


def test_a_good_practice_is_translated_and_leads_to_translations(site, translator, client):
    initiative = factories.make_initiative(site.catalogue)
    session = events.session(events.series(site.home), title="Sessie")
    page = factories.make_practice(
        site.practices,
        "Praktijk",
        what_was_done="<p>Gemeten.</p>",
        for_whom="<p>Bakkers.</p>",
        what_changed="<p>Minder afval.</p>",
        how_tested="<p>Gewogen.</p>",
        body=[("text", "<p>Meer.</p>")],
        terms=[site.circular],
        initiatives=[initiative],
        sessions=[session],
    )

    english = translator(page)
    initiative_en = translator(initiative)

    words = {name: getattr(english, name) for name in ("what_was_done", "for_whom")}
    assert ["EN Gemeten." in words["what_was_done"], "EN Bakkers." in words["for_whom"]] == [
        True,
        True,
    ]
    assert "EN Minder afval." in english.what_changed
    assert "EN Gewogen." in english.how_tested
    assert [row.page_id for row in english.initiative_rows.all()] == [initiative.pk]
    assert [row.page_id for row in english.session_rows.all()] == [session.pk]
    assert [row.tag for row in english.cop_term_rows.all()] == [site.circular]
    behind = client.get(english.url).context["behind"]
    assert [hit.page_id for hit in behind.initiatives] == [initiative_en.pk]
    around = client.get(initiative_en.url).context["around"]
    assert [hit.page_id for hit in around.practices] == [english.pk]


def test_a_theme_is_translated_and_keeps_its_theme(site, translator, visit):
    page = factories.make_theme(
        site.themes, site.digital, introduction="Over data.", body=[("text", "<p>Meer.</p>")]
    )
    factories.make_initiative(site.catalogue_en, "Example: voucher", terms=[site.digital])

    english = translator(page)

    assert (english.title, english.introduction) == ("EN Digitalisering", "EN Over data.")
    assert [row.tag for row in english.cop_term_rows.all()] == [site.digital]
    lists = visit(english.url).context["lists"]
    assert [hit.title for hit in lists.initiatives.hits] == ["Example: voucher"]


def test_what_a_translator_gets_to_see_are_words_only(site):
    from wagtail_localize.models import OverridableSegment, TranslationSource

    page = factories.make_initiative(
        site.catalogue,
        requirements="<p>Een.</p>",
        apply_url="https://example.org/",
        contact_email="vraag@example.org",
        contact_phone="010 1234567",
        costs_note="Twee.",
        state_reason="Drie.",
        providers=["Loket"],
        external_id="zh-1",
    )
    source, _ = TranslationSource.get_or_create_from_instance(page)
    source.update_from_db()

    paths = set(source.stringsegment_set.values_list("context__path", flat=True))
    assert paths == {"title", "slug", "summary", "requirements", "costs_note", "state_reason"}
    assert list(OverridableSegment.objects.filter(source=source)) == []
