"""The edit forms of the catalogue: what an editor is told, at which field, in which language."""

import pytest
from django.urls import reverse

from cop_catalog.models import GoodPracticePage, InitiativePage, ThemePage
from tests.catalog import factories
from tests.events.editing import Editor, errors


@pytest.fixture
def editor(db):
    return Editor("en")


def add_url(parent, model: str) -> str:
    return reverse("wagtailadmin_pages:add", args=["cop_catalog", model, parent.pk])


MAIL = "Fill in the whole e-mail address, such as name@example.org."
ADDRESS = "Fill in the whole web address, such as https://www.example.org/page."
NEW = {"title": "Example: voucher", "slug": "example-voucher", "summary": "One sentence."}


def row(relation: str, number: int = 0, **values) -> dict:
    """What the browser sends for a row that was added."""
    columns = {"id": "", "ORDER": str(number + 1), "DELETE": "", **values}
    return {
        f"{relation}-TOTAL_FORMS": str(number + 1),
        **{f"{relation}-{number}-{name}": value for name, value in columns.items()},
    }


def test_an_initiative_with_two_organisations_is_made(site, editor):
    provider, funder = map(factories.make_organisation, ("Loket", "Fonds"))
    changes = {
        **NEW,
        "opens_on": "2027-03-01",
        "closes_on": "2027-03-31",
        "amount_max": "10000",
        "cop_term_rows-theme": "digitalisation",
        **row("organisation_rows", 0, organisation=str(provider.pk), role="provider"),
        **row("organisation_rows", 1, organisation=str(funder.pk), role="funder"),
    }

    response = editor.send(add_url(site.catalogue, "initiativepage"), changes, publish=True)

    assert errors(response) == {}
    made = InitiativePage.objects.get(slug="example-voucher")
    assert made.live
    assert [(r.organisation, r.role) for r in made.organisation_rows.all()] == [
        (provider, "provider"),
        (funder, "funder"),
    ]
    assert [r.tag for r in made.cop_term_rows.all()] == [site.digital]


def test_languages_of_the_service_are_boxes(site, editor):
    url = add_url(site.catalogue, "initiativepage")
    data = dict(editor.fill_in(url, NEW).lists()) | {"service_languages": ["en", "nl"]}

    assert editor.client.post(url, data).status_code == 302

    assert InitiativePage.objects.get().service_languages == ["en", "nl"]
    shown = editor.open(editor.edit_url(InitiativePage.objects.get()))
    ticked = shown.select('input[name="service_languages"][checked]')
    assert [box["value"] for box in ticked] == ["nl", "en"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"opens_on": "2027-03-31", "closes_on": "2027-03-01"},
            {"closes_on": ["The closing date lies before the opening date."]},
        ),
        (
            {"amount_min": "100", "amount_max": "99.99"},
            {"amount_max": ["This amount is smaller than the amount it starts from."]},
        ),
        (
            {"amount_share": "100.01"},
            {"amount_share": ["Fill in 100 or less."]},
        ),
        (
            {"amount_share": "-1"},
            {"amount_share": ["Fill in 0 or more."]},
        ),
        (
            {"own_contribution": "-1"},
            {"own_contribution": ["Fill in 0 or more."]},
        ),
        (
            {"currency": "eur"},
            {"currency": ["Write the currency in three capital letters, as in EUR."]},
        ),
        ({"apply_url": "not an address"}, {"apply_url": [ADDRESS]}),
        ({"apply_url": "javascript:alert(1)"}, {"apply_url": [ADDRESS]}),
        (
            {"contact_email": "nobody"},
            {"contact_email": [MAIL]},
        ),
        (
            {"state": "merged"},
            {"successor": ["Choose the initiative that this one was merged into."]},
        ),
        (
            {"summary": "x" * 161},
            {"summary": ["Shorten this to 160 characters; it has 161 now."]},
        ),
    ],
)
def test_a_wrong_entry_is_answered_at_its_field_with_nothing_lost(site, editor, changes, expected):
    response = editor.send(add_url(site.catalogue, "initiativepage"), {**NEW, **changes})

    assert errors(response) == expected
    form = response.context["form"]
    assert {name: form[name].value() for name in NEW} == {**NEW, **_texts(changes)}
    assert list(InitiativePage.objects.all()) == []


def _texts(changes: dict) -> dict:
    return {name: value for name, value in changes.items() if name in NEW}


def test_it_cannot_be_its_own_successor(site, editor):
    page = factories.make_initiative(site.catalogue)

    response = editor.send(editor.edit_url(page), {"state": "withdrawn", "successor": str(page.pk)})

    assert errors(response) == {"successor": ["An initiative cannot be its own successor."]}


def test_a_draft_needs_no_summary_and_a_published_page_does(site, editor):
    url = add_url(site.catalogue, "initiativepage")

    assert errors(editor.send(url, {**NEW, "summary": ""})) == {}
    response = editor.send(url, {**NEW, "slug": "second", "summary": ""}, publish=True)
    assert errors(response) == {"summary": ["Fill this in."]}


def test_a_translation_whose_source_lost_its_successor_can_still_be_edited(site, editor):
    successor = factories.make_initiative(site.catalogue, "Opvolger")
    page = factories.make_initiative(site.catalogue, state="merged", successor=successor)
    english = factories.translated(page, title="Example: voucher")
    successor.delete()

    response = editor.send(editor.edit_url(english), {"title": "Better title"}, publish=True)

    assert errors(response) == {}
    assert InitiativePage.objects.get(pk=english.pk).title == "Better title"


def test_a_good_practice_is_linked_to_both(site, editor):
    from tests.events import factories as events

    initiative = factories.make_initiative(site.catalogue)
    session = events.session(events.series(site.home))
    changes = {
        "title": "Practice",
        "slug": "practice",
        "summary": "One sentence.",
        **row("initiative_rows", page=str(initiative.pk)),
        **row("session_rows", page=str(session.pk)),
    }

    response = editor.send(add_url(site.practices, "goodpracticepage"), changes, publish=True)

    assert errors(response) == {}
    made = GoodPracticePage.objects.get(slug="practice")
    assert [r.page_id for r in made.initiative_rows.all()] == [initiative.pk]
    assert [r.page_id for r in made.session_rows.all()] == [session.pk]


THEME = {"title": "Digitalisation", "slug": "digitalisation"}
THEME_FIELD = "cop_term_rows.0.theme"


def test_a_theme_page_is_made(site, editor):
    changes = {**THEME, "cop_term_rows-theme": "digitalisation"}

    response = editor.send(add_url(site.themes_en, "themepage"), changes, publish=True)

    assert errors(response) == {}
    assert [r.tag for r in ThemePage.objects.get().cop_term_rows.all()] == [site.digital]


def test_a_theme_page_needs_one_theme_when_it_is_published(site, editor):
    url = add_url(site.themes_en, "themepage")

    assert errors(editor.send(url, THEME)) == {}
    response = editor.send(url, {**THEME, "slug": "second"}, publish=True)
    assert errors(response) == {THEME_FIELD: ["Choose at least one."]}


def test_a_theme_page_has_no_more_than_one_theme(site, editor):
    url = add_url(site.themes_en, "themepage")
    themes = {"cop_term_rows-theme": ["digitalisation", "circular"]}
    data = dict(editor.fill_in(url, THEME).lists()) | themes

    response = editor.client.post(url, data)

    assert errors(response) == {THEME_FIELD: ["Choose one theme: a page is about one only."]}


def test_a_theme_has_one_page_in_a_language(site, editor):
    factories.make_theme(site.themes_en, site.digital, "Going digital")
    factories.make_theme(site.themes, site.circular, "Circulair")
    url = add_url(site.themes_en, "themepage")

    response = editor.send(url, {**THEME, "cop_term_rows-theme": "digitalisation"})
    assert errors(response) == {
        THEME_FIELD: ["There is a page for this theme already: “Going digital”."]
    }
    assert errors(editor.send(url, {**THEME, "cop_term_rows-theme": "circular"})) == {}


def test_a_theme_page_from_elsewhere_needs_its_theme_too(site):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        site.themes.add_child(instance=ThemePage(title="Zonder", locale=site.themes.locale))


@pytest.mark.parametrize(
    ("model", "parent", "changes"),
    [
        ("initiativepage", "catalogue", NEW),
        ("goodpracticepage", "practices", NEW),
        ("themepage", "themes", {**THEME, "cop_term_rows-theme": "digitalisation"}),
    ],
)
def test_a_page_that_was_never_saved_is_previewed(site, editor, model, parent, changes):
    parent = getattr(site, parent)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["cop_catalog", model, parent.pk])
    data = editor.fill_in(add_url(parent, model), changes)

    assert editor.client.post(url, data).json()["is_valid"] is True
    response = editor.client.get(url)

    assert response.status_code == 200
    assert f"<h1>{changes['title']}</h1>" in response.content.decode()


@pytest.mark.parametrize("name", ["catalogue", "practices", "themes"])
def test_a_list_takes_only_its_own_pages(site, name):
    page = getattr(site, name)

    assert [model._meta.model_name for model in page.allowed_subpage_models()] == {
        "catalogue": ["initiativepage"],
        "practices": ["goodpracticepage"],
        "themes": ["themepage"],
    }[name]
    assert page.page_description


def test_the_form_of_a_translation_has_no_facts(site, editor):
    page = factories.make_initiative(site.catalogue, providers=["Loket"], amount_max=5)
    english = factories.translated(page, title="Example")

    response = editor.send(editor.edit_url(english), {"amount_max": "7", "state": "paused"})

    assert errors(response) == {}
    draft = InitiativePage.objects.get(pk=english.pk).get_latest_revision_as_object()
    assert (draft.amount_max, draft.state) == (5, "active")
