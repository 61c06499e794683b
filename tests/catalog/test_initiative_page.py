"""The page of one initiative, as a visitor gets it."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from cop_blocks.models import Person
from cop_catalog.models import InitiativeOrganisation, InitiativePage, InitiativeRelation
from cop_catalog.related import around
from cop_catalog.themes import site_id_of
from tests.catalog import factories


def text_of(response) -> str:
    """What is read, without mark-up."""
    main = re.sub(r"<(script|style).*?</\1>", "", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def json_ld(response) -> list[dict]:
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.S
    )
    return [json.loads(script) for script in scripts]


def service(response) -> dict:
    return next(data for data in json_ld(response) if data["@type"].endswith("Service"))


@pytest.fixture
def full(site):
    """An initiative about which everything is known."""
    page = factories.make_initiative(
        site.catalogue,
        "Voorbeeld: voucher slimme werkplaats",
        terms=[
            site.digital,
            factories.make_term("region", "haaglanden", "Haaglanden", "Haaglanden"),
            factories.make_term("support-type", "voucher", "Voucher", "Voucher"),
        ],
        providers=["Fieldlab Voorbeeld"],
        summary="Probeer slimme techniek uit.",
        requirements="<p>Minder dan 250 medewerkers.</p>",
        costs_note="Na een intake.",
        amount_min=Decimal("500"),
        amount_max=Decimal("10000"),
        amount_share=Decimal("50"),
        own_contribution=Decimal("250.50"),
        opens_on=date(2026, 1, 1),
        closes_on=date(2099, 12, 31),
        apply_url="https://example.org/aanvragen",
        info_url="https://example.org/",
        contact=Person.objects.create(name="Sanne Voorbeeld", email="sanne@example.org"),
        service_languages=["nl", "en"],
        verified_on=date(2026, 11, 12),
        verified_by=factories.make_organisation("Fieldlab Voorbeeld", kind="private"),
    )
    page.organisation_rows.add(
        InitiativeOrganisation(
            organisation=factories.make_organisation("Fonds"), role="funder", sort_order=1
        )
    )
    page.save()
    return page


def test_all_that_is_known_is_told(client, full):
    english = factories.translated(full)

    response = client.get(english.url)

    page = text_of(response)
    shown = [fact.label for fact in response.context["facts"]]
    assert shown == [
        "Provider",
        "Funder",
        "Amount",
        "Share",
        "Own contribution",
        "Costs",
        "Region",
        "Help is given in",
        "Contact",
        "Last checked",
    ]
    for text in ("€500", "€10,000", "€250.50", "50%", "Haaglanden", "Voucher", "Sanne Voorbeeld"):
        assert text in page
    assert response.context["state"].code == "open"
    assert response.context["action"].url == "https://example.org/aanvragen"


def test_nothing_is_told_of_what_nobody_filled_in(client, site):
    page = factories.make_initiative(site.catalogue_en)

    response = client.get(page.url)

    shown = [(fact.label, fact.values[0].text) for fact in response.context["facts"]]
    assert shown == [("Last checked", "not yet checked")]
    assert response.context["state"].label == "Active"
    assert response.context["action"] is None
    assert response.context["state"].code == "open"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"apply_url": "https://example.org/a", "info_url": "https://example.org/i"}, "a"),
        ({"info_url": "https://example.org/i"}, "i"),
        (
            {
                "apply_url": "https://example.org/a",
                "info_url": "https://example.org/i",
                "budget_used_up": True,
            },
            "i",
        ),
    ],
)
def test_there_is_one_primary_action(client, site, fields, expected):
    page = factories.make_initiative(site.catalogue, **fields)

    response = client.get(page.url)

    assert response.context["action"].url == f"https://example.org/{expected}"
    assert response.content.decode().count('class="cop-button"') == 1


@pytest.mark.parametrize("state", ["paused", "closed", "withdrawn", "merged"])
def test_an_initiative_that_is_over_says_so_with_reason_and_successor(visit, site, state):
    successor = factories.make_initiative(site.catalogue, "Voorbeeld: opvolger")
    page = factories.make_initiative(
        site.catalogue, state=state, state_reason="Het geld is op.", successor=successor
    )

    response = visit(page.url)

    assert response.context["notice"]
    assert "Het geld is op." in text_of(response)
    assert f'<a href="{successor.url}">Voorbeeld: opvolger</a>' in response.content.decode()


def test_the_reason_of_an_active_initiative_is_not_shown(client, site):
    page = factories.make_initiative(site.catalogue, state_reason="Was even dicht.")

    assert "Was even dicht." not in text_of(client.get(page.url))


def test_relations_lead_to_the_page_in_the_readers_language(visit, site):
    similar = factories.make_initiative(site.catalogue, "Voorbeeld: scan")
    similar_en = factories.translated(similar, title="Example: scan")
    page = factories.make_initiative(site.catalogue)
    page.relation_rows.add(InitiativeRelation(page=similar, kind="similar"))
    page.save()
    page_en = factories.translated(page, title="Example: voucher")

    response = visit(page_en.url)

    [relation] = response.context["around"].relations
    assert [hit.page_id for hit in relation.hits] == [similar_en.pk]
    assert f'<a href="{similar_en.url}">Example: scan</a>' in response.content.decode()


def test_a_related_initiative_is_a_card_like_any_other(visit, site):
    similar = factories.make_initiative(
        site.catalogue,
        "Voorbeeld: scan",
        summary="Een korte vragenlijst.",
        terms=[site.digital, factories.make_term("region", "haaglanden", "Haaglanden")],
        providers=["Steunpunt"],
        verified_on=date(2026, 11, 12),
        opens_on=date(2026, 1, 1),
        closes_on=date(2099, 12, 31),
    )
    page = factories.make_initiative(site.catalogue)
    page.relation_rows.add(InitiativeRelation(page=similar, kind="similar"))
    page.save()

    shown = visit(page.url).content.decode()

    [card] = re.findall(r'<article class="cop-card">.*?</article>', shown, re.S)
    assert " ".join(re.sub(r"<[^>]+>", " ", card).split()) == (
        "Open tot en met 31 december 2099 Voorbeeld: scan Een korte vragenlijst. Digitalisering "
        "Steunpunt · Haaglanden · gecontroleerd op 12 november 2026"
    )


def test_a_page_that_was_chosen_by_its_alias_is_shown_once(visit, site):
    similar = factories.make_initiative(site.catalogue, "Voorbeeld: scan")
    elsewhere = factories.make_index(site.home, title="Nog een lijst", slug="nog-een-lijst")
    alias = similar.create_alias(parent=elsewhere)
    page = factories.make_initiative(site.catalogue)
    page.relation_rows.add(InitiativeRelation(page=similar, kind="similar"))
    page.relation_rows.add(InitiativeRelation(page=alias, kind="similar"))
    page.save()

    [relation] = visit(page.url).context["around"].relations

    assert [hit.page_id for hit in relation.hits] == [similar.pk]


def test_what_belongs_with_an_initiative_costs_the_same_for_one_as_for_many(
    visit, site, django_assert_num_queries
):
    page = factories.make_initiative(site.catalogue)
    request = RequestFactory().get("/nl/")
    site_id_of(request)
    for number in range(4):
        similar = factories.make_initiative(site.catalogue, f"Voorbeeld {number}")
        page.relation_rows.add(InitiativeRelation(page=similar, kind="similar"))
        page.save()
        factories.make_practice(site.practices, f"Praktijk {number}", initiatives=[page])
        visit(page.url)

        # The page, its rows, their pages, the practices, and the hits of all.
        with django_assert_num_queries(5), override("nl"):
            found = around(InitiativePage.objects.get(pk=page.pk), request)

        assert (len(found.relations[0].hits), len(found.practices)) == (number + 1, number + 1)


def hide_itself(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_its_parent(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def unpublish(page):
    page.unpublish()


@pytest.mark.parametrize("hide", [hide_itself, hide_its_parent, unpublish])
def test_related_pages_that_are_not_public_do_not_leak(visit, site, hide):
    elsewhere = factories.make_index(site.home, title="Nog een lijst", slug="nog-een-lijst")
    secret = factories.make_initiative(elsewhere, "Geheim", summary="Geheime zin.")
    practices = factories.make_index(
        site.home, type(site.practices), title="Meer praktijken", slug="meer-praktijken"
    )
    page = factories.make_initiative(site.catalogue, state="merged", successor=secret)
    page.relation_rows.add(InitiativeRelation(page=secret, kind="similar"))
    page.save()
    practice = factories.make_practice(practices, "Geheime praktijk", initiatives=[page])
    assert "Geheim" in text_of(visit(page.url))

    hide(secret)
    hide(practice)

    assert "Geheim" not in visit(page.url).content.decode()


def test_a_public_translation_does_not_leak_its_private_original(visit, site):
    secret = factories.make_initiative(site.catalogue, "Geheim")
    factories.translated(secret, title="Public example")
    page = factories.make_initiative(site.catalogue)
    page.relation_rows.add(InitiativeRelation(page=secret, kind="similar"))
    page.save()
    page_en = factories.translated(page, title="Example: voucher")
    hide_itself(secret)

    assert "Geheim" not in visit(page.url).content.decode()
    assert "Public example" in text_of(visit(page_en.url))


def test_good_practices_that_point_at_any_language_of_it_are_shown(visit, site):
    page = factories.make_initiative(site.catalogue)
    page_en = factories.translated(page, title="Example: voucher")
    practice = factories.make_practice(site.practices, "Praktijk", initiatives=[page_en])
    practice_en = factories.translated(practice, title="Practice")

    for address, shown in ((page.url, practice), (page_en.url, practice_en)):
        [hit] = visit(address).context["around"].practices
        assert (hit.page_id, hit.title) == (shown.pk, shown.title)


def test_search_engines_are_told_what_it_is(client, full):
    data = service(client.get(full.url))

    assert data == {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": f"urn:uuid:{full.translation_key}",
        "name": "Voorbeeld: voucher slimme werkplaats",
        "description": "Probeer slimme techniek uit.",
        "url": full.full_url,
        "category": ["Digitalisering"],
        "serviceType": ["Voucher"],
        "areaServed": [{"@type": "AdministrativeArea", "name": "Haaglanden"}],
        "provider": [{"@type": "Organization", "name": "Fieldlab Voorbeeld"}],
        "funder": [{"@type": "Organization", "name": "Fonds"}],
        "availableChannel": {
            "@type": "ServiceChannel",
            "serviceUrl": "https://example.org/aanvragen",
            "availableLanguage": ["nl", "en"],
        },
        "offers": {
            "@type": "Offer",
            "availabilityStarts": "2026-01-01",
            "availabilityEnds": "2099-12-31",
        },
    }


def test_what_a_public_body_provides_is_a_government_service(client, site):
    factories.make_organisation("Gemeente", kind="public")
    page = factories.make_initiative(site.catalogue, providers=["Gemeente"])

    assert service(client.get(page.url))["@type"] == "GovernmentService"


def test_hostile_text_stays_text(client, site):
    page = factories.make_initiative(
        site.catalogue, "</script><script>alert(1)</script>", summary="<b>vet</b> & meer"
    )

    response = client.get(page.url)

    assert "<script>alert" not in response.content.decode()
    assert "&lt;b&gt;vet&lt;/b&gt; &amp; meer" in response.content.decode()
    assert service(response)["name"] == "</script><script>alert(1)</script>"


def test_facts_follow_to_the_translation(site, full):
    page_en = factories.translated(full, title="Example: voucher")

    full.amount_max = Decimal("20000")
    full.save()

    page_en = InitiativePage.objects.get(pk=page_en.pk)
    assert page_en.amount_max == Decimal("20000")
    assert [row.organisation.name for row in page_en.organisation_rows.all()] == [
        "Fieldlab Voorbeeld",
        "Fonds",
    ]
