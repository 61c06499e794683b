"""The edit form: facts are edited on the source, and read on its translations."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from cop_blocks.base_page import Page
from cop_blocks.models import Term, TermLabel, TermRow, Vocabulary, VocabularyLabel
from tests.blocks.facts.factories import fresh, group, home, locale, make_offer, publish
from tests.hosts.hostpages.models import OfferStepRow

pytestmark = pytest.mark.django_db


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def html_of(client: Client, page: Any) -> str:
    response = client.get(edit_url(page))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def form_of(client: Client, page: Any) -> Any:
    return querydict_from_html(html_of(client, page), form_id="page-edit-form")


def log_in(client: Client, user: Any) -> Client:
    """Someone who reads the admin in English."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    client.force_login(user)
    return client


@pytest.fixture
def admin(client: Client, admin_user: Any) -> Client:
    return log_in(client, admin_user)


def test_source_edits_its_facts(admin: Client) -> None:
    source, _ = group("en")
    form = form_of(admin, source)
    assert form["place"] == "Rotterdam"
    form.update({"place": "Delft"})
    form["place"], form["partner_rows-0-share"], form["action-publish"] = "Delft", "10", "1"
    admin.post(edit_url(source), form)

    assert fresh(source).place == "Delft"
    assert [row.share for row in fresh(source).partner_rows.all()] == [10, 40]


def test_source_sees_no_link_to_another_page(admin: Client) -> None:
    source, english = group("en")
    assert "These facts are the same in every language." not in html_of(admin, source)
    assert "These facts are the same in every language." in html_of(admin, english)


def test_translation_reads_its_facts_and_links_to_the_source(admin: Client) -> None:
    source, english = group("en")
    form = form_of(admin, english)
    assert not [name for name in form if name.startswith(("place", "amount", "partner_rows"))]
    assert not [name for name in form if name.endswith(("-minutes", "-link"))]
    assert form["step_rows-0-title"] == "Vraag aan (en)"
    assert "contact_rows-TOTAL_FORMS" in form

    html = html_of(admin, english)
    assert f'<a href="{edit_url(source)}">Offer (nl) (Dutch)</a>' in html
    assert "<li>Partner: Haven; Share: 60</li> <li>Partner: Gemeente; Share: 40</li>" in html
    assert "Rotterdam" in html


def test_user_who_cannot_edit_the_source_gets_no_link(
    client: Client, django_user_model: Any
) -> None:
    source, english = group("en")
    translators = Group.objects.create(name="Translators of English")
    translators.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=translators,
        page=home("en"),
        permission=Permission.objects.get(codename=f"change_{Page._meta.model_name}"),
    )
    user = django_user_model.objects.create_user("translator", password="x")  # noqa: S106
    user.groups.add(translators)
    log_in(client, user)

    html = html_of(client, english)
    assert edit_url(source) not in html
    assert "Offer (nl) (Dutch)" in html


def test_forged_post_changes_nothing_but_text(admin: Client) -> None:
    source, english = group("en")
    form = form_of(admin, english)
    form["title"] = "New title"
    form["place"], form["amount"], form["opens_on"] = "Forged", "1", "2020-01-01"
    form["step_rows-0-minutes"], form["step_rows-0-title"] = "99", "New step"
    form["partner_rows-TOTAL_FORMS"], form["partner_rows-INITIAL_FORMS"] = "1", "0"
    form["partner_rows-0-partner"], form["partner_rows-0-share"] = "Forged", "1"
    form["action-publish"] = "1"
    assert admin.post(edit_url(english), form).status_code == 302

    english = fresh(english)
    assert english.title == "New title"
    assert (english.place, english.amount) == ("Rotterdam", 2500)
    assert english.opens_on == fresh(source).opens_on
    assert [row.partner for row in english.partner_rows.all()] == ["Haven", "Gemeente"]
    assert [(row.title, row.minutes) for row in english.step_rows.all()] == [
        ("New step", 10),
        ("Lever in (en)", 20),
    ]


@pytest.mark.parametrize("key", ["", "f5b7e4f6-5a3f-4a0e-9d0e-6f6f0f6d1c55"])
def test_row_that_translates_nothing_is_dropped(admin: Client, key: str) -> None:
    _, english = group("en")
    form = form_of(admin, english)
    form["step_rows-TOTAL_FORMS"] = "3"
    form["step_rows-2-title"], form["step_rows-2-ORDER"] = "Forged", "3"
    form["step_rows-2-cop_row_key"], form["action-publish"] = key, "1"
    assert admin.post(edit_url(english), form).status_code == 302

    assert [row.title for row in fresh(english).step_rows.all()] == [
        "Vraag aan (en)",
        "Lever in (en)",
    ]


def test_rule_of_the_host_is_asked_on_the_source_alone(admin: Client) -> None:
    source, english = group("en")
    form = form_of(admin, source)
    form["closes_on"], form["action-publish"] = "2026-08-01", "1"
    response = admin.post(edit_url(source), form)
    assert response.context["form"].errors["closes_on"] == ["Closes before it opens."]

    form = form_of(admin, english)
    form["closes_on"], form["action-publish"] = "2026-08-01", "1"
    assert admin.post(edit_url(english), form).status_code == 302


def add_step(source: Any) -> Any:
    added = OfferStepRow(title="Wacht", minutes=5, locale=locale("nl"), sort_order=0)
    first, second = source.step_rows.all()
    first.sort_order, second.sort_order = 1, 2
    publish(source, step_rows=[added, first, second])
    return fresh(source).step_rows.get(title="Wacht")


def test_translation_form_names_the_rows_that_wait(admin: Client) -> None:
    source, english = group("en")
    kept, _ = source.step_rows.all()
    added = OfferStepRow(title="Wacht", minutes=5, locale=locale("nl"), sort_order=2)
    publish(source, step_rows=[kept, added])

    html = html_of(admin, english)
    assert "Steps: 1 row was added on the source page and waits for its translation." in html
    assert "Steps: 1 row is no longer on the source page." in html
    assert 'placeholder="Wacht"' in html
    assert " 5 </div>" in html


def test_row_that_waits_is_translated_in_the_form(admin: Client) -> None:
    source, english = group("en")
    added = add_step(source)
    form = form_of(admin, english)
    form["step_rows-2-title"], form["action-publish"] = "Wait", "1"
    assert admin.post(edit_url(english), form).status_code == 302

    rows = fresh(english).step_rows.order_by("sort_order")
    assert [(row.title, row.minutes) for row in rows] == [
        ("Wait", 5),
        ("Vraag aan (en)", 10),
        ("Lever in (en)", 20),
    ]
    assert rows[0].translation_key == added.translation_key
    assert rows[0].locale == locale("en")


def test_row_that_waits_is_translated_as_a_draft_first(admin: Client) -> None:
    source, english = group("en")
    added = add_step(source)
    form = form_of(admin, english)
    form["step_rows-2-title"] = "Wait"
    admin.post(edit_url(english), form)
    assert fresh(english).step_rows.count() == 2

    form = form_of(admin, english)
    assert form["step_rows-TOTAL_FORMS"] == form["step_rows-INITIAL_FORMS"] == "3"
    form["action-publish"] = "1"
    assert admin.post(edit_url(english), form).status_code == 302
    row = fresh(english).step_rows.get(title="Wait")
    assert (row.minutes, row.translation_key) == (5, added.translation_key)


def test_row_that_waits_survives_autosave(admin: Client) -> None:
    source, english = group("en")
    add_step(source)
    form = form_of(admin, english)
    form["title"] = "New title"
    response = admin.post(edit_url(english), form, headers={"accept": "application/json"})
    assert response.json()["success"] is True
    updates = response.json().get("field_updates", {})
    form.update({name: value for name, value in updates.items() if name in form})
    form["step_rows-INITIAL_FORMS"] = "3"
    form["action-publish"] = "1"
    assert admin.post(edit_url(english), form).status_code == 302

    assert fresh(english).title == "New title"
    assert fresh(english).step_rows.count() == 2


def test_row_that_is_left_empty_goes_on_waiting(admin: Client) -> None:
    source, english = group("en")
    add_step(source)
    form = form_of(admin, english)
    form["title"], form["action-publish"] = "New title", "1"
    assert admin.post(edit_url(english), form).status_code == 302

    assert fresh(english).title == "New title"
    assert [row.title for row in fresh(english).step_rows.all()] == [
        "Vraag aan (en)",
        "Lever in (en)",
    ]


def test_new_page_has_its_facts_to_edit(admin: Client) -> None:
    url = reverse("wagtailadmin_pages:add", args=["hostpages", "offerpage", home().pk])
    form = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
    assert "place" in form
    assert "partner_rows-TOTAL_FORMS" in form


def test_deleted_source_gives_its_facts_to_the_translation(admin: Client) -> None:
    source, english = group("en")
    source.delete()
    assert form_of(admin, english)["place"] == "Rotterdam"


def test_revisions_of_a_translation_compare(admin: Client) -> None:
    source, english = group("en")
    first = english.latest_revision
    second = fresh(english, title="New title").save_revision()
    publish(source, place="Delft")
    url = reverse("wagtailadmin_pages:revisions_compare", args=[english.pk, first.pk, second.pk])
    html = admin.get(url).content.decode()
    assert "New title" in html
    assert "Delft" not in html


def test_preview_of_a_translation_shows_the_facts(admin: Client) -> None:
    source, english = group("en")
    fresh(english, title="New title").save_revision()
    publish(source, place="Delft")

    shown = fresh(english).get_latest_revision_as_object()
    assert (shown.title, shown.place) == ("New title", "Delft")


def test_translation_reads_its_terms(admin: Client) -> None:
    vocabulary = Vocabulary.objects.create(code="theme")
    VocabularyLabel.objects.create(vocabulary=vocabulary, language="en", label="Theme")
    term = Term.objects.create(
        vocabulary=vocabulary, code="circular", name="theme.circular", slug="theme--circular"
    )
    TermLabel.objects.create(term=term, language="en", label="Circular economy")
    source, english = group("en")
    publish(source, cop_term_rows=[TermRow(tag=term)])

    html = html_of(admin, english)
    assert "Theme" in html
    assert "Circular economy" in html
    assert not [name for name in form_of(admin, english) if name.startswith("cop_term_rows")]


def test_fact_without_a_value_is_shown_as_a_dash(admin: Client) -> None:
    source = make_offer(amount=None, place="")
    home("en")
    english = source.copy_for_translation(locale("en"))
    html = html_of(admin, english)
    assert html.count(" – ") >= 2
