"""What a new initiative starts with, and what the form asks for only when it applies."""

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cop_blocks.editing.rules import WATCHED
from cop_blocks.models import OrganisationMember
from cop_catalog.edit_forms.rules import APPLIES
from cop_catalog.models import InitiativePage
from tests.catalog import factories
from tests.events.editing import Editor, errors

NEW = {"title": "Example: voucher", "slug": "example-voucher", "summary": "One sentence."}


@pytest.fixture
def editor(db: None) -> Editor:
    return Editor("en")


def add_url(parent: Any) -> str:
    return reverse("wagtailadmin_pages:add", args=["cop_catalog", "initiativepage", parent.pk])


def member(editor: Editor, name: str = "Loket") -> Any:
    organisation = factories.make_organisation(name)
    user_id = editor.client.session["_auth_user_id"]
    OrganisationMember.objects.create(organisation=organisation, user_id=user_id)
    return organisation


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_new_one_is_provided_and_checked_by_the_editors_organisation(
    site: Any, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = date(2026, 11, 24)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: today)
    organisation = member(editor)

    form = editor.client.get(add_url(site.catalogue)).context["form"]

    assert form.formsets["organisation_rows"].forms[0].initial["organisation"] == organisation.pk
    assert (form["verified_on"].value(), form["verified_by"].value()) == (
        today,
        organisation.pk,
    )
    assert form["service_languages"].value() == ["nl"]
    assert form["currency"].value() == "EUR"


def test_it_is_stored_with_what_it_started_with(site: Any, editor: Editor) -> None:
    organisation = member(editor)
    url = add_url(site.catalogue)
    data = editor._read(url)
    for name, value in NEW.items():
        data[name] = value

    assert errors(editor.client.post(url, data)) == {}

    made = InitiativePage.objects.get()
    assert [(row.organisation, row.role) for row in made.organisation_rows.all()] == [
        (organisation, "provider")
    ]


def test_who_works_for_nobody_starts_without_a_provider(site: Any, editor: Editor) -> None:
    form = editor.client.get(add_url(site.catalogue)).context["form"]

    assert form.formsets["organisation_rows"].initial_form_count() == 0
    assert form["verified_by"].value() is None


def test_an_initiative_that_is_there_keeps_its_own(site: Any, editor: Editor) -> None:
    member(editor)
    page = factories.make_initiative(site.catalogue)

    form = editor.client.get(editor.edit_url(page)).context["form"]

    assert form.formsets["organisation_rows"].initial_form_count() == 0
    assert form["verified_on"].value() is None


def test_the_panels_name_the_rules_that_the_server_judges_by(site: Any, editor: Editor) -> None:
    shown = editor.open(add_url(site.catalogue))

    for name in APPLIES:
        panel = shown.select_one(f'[data-w-rules-target="show"] [name="{name}"]')
        assert panel is not None, name
        watched = panel.find_parent(attrs={"data-controller": WATCHED["data-controller"]})
        assert watched["data-action"] == WATCHED["data-action"]


@pytest.mark.parametrize(
    ("changes", "stored", "dropped"),
    [
        ({"is_rolling": "on", "closes_on": "2027-03-01"}, {"closes_on": None}, "Closes on"),
        # Even what is wrong in a field that does not apply is in nobody's way.
        ({"is_rolling": "on", "closes_on": "in March"}, {"closes_on": None}, "Closes on"),
        ({"state": "active", "state_reason": "Full"}, {"state_reason": ""}, "Reason"),
        (
            {"state": "withdrawn", "state_reason": "Full"},
            {"state_reason": "Full"},
            None,
        ),
    ],
)
def test_what_does_not_apply_is_dropped_and_told(
    site: Any, editor: Editor, changes: dict[str, str], stored: dict[str, Any], dropped: str | None
) -> None:
    response = editor.send(add_url(site.catalogue), {**NEW, **changes})

    assert errors(response) == {}
    made = InitiativePage.objects.get()
    assert {name: getattr(made, name) for name in stored} == stored
    warning = f"Not kept, because it does not apply here: {dropped}."
    assert (warning in " ".join(said(response))) == (dropped is not None)


def test_a_translation_shows_its_text_whatever_the_state(site: Any, editor: Editor) -> None:
    page = factories.make_initiative(site.catalogue, state="paused", state_reason="Vol")
    english = factories.translated(page, title="Example", state_reason="Full")

    shown = editor.open(editor.edit_url(english))

    assert shown.select("[data-w-rules]") == []
    assert shown.select_one('[name="state_reason"]').text.strip() == "Full"


def test_the_summary_has_a_counter_that_counts_to_the_limit_of_the_model(
    site: Any, editor: Editor
) -> None:
    shown = editor.open(add_url(site.catalogue))

    limits = {
        panel.select_one("textarea, input[type=text]")["name"]: panel["data-cop-limit"]
        for panel in shown.select("[data-cop-limit]")
    }
    assert limits == {"title": "70", "summary": "160"}
    scripts = [script["src"] for script in shown.select("script[src]")]
    assert len([src for src in scripts if "/admin/counter.js" in src]) == 1
