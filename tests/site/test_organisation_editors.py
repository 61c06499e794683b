"""Editors of organisations: who may do what with whose page, and how a page is approved."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, Page, PageSubscription
from wagtail.users.models import UserProfile

from cop_blocks.models import Organisation, OrganisationMember, SetupRecord
from cop_blocks.setup import vocabularies
from cop_blocks.terms.start.themes import THEMES
from cop_catalog.models import (
    GoodPracticeOrganisation,
    GoodPracticePage,
    InitiativeOrganisation,
    InitiativePage,
)
from tests.events.editing import FORM_ID, soup_of
from tests.site.fresh import home

pytestmark = pytest.mark.django_db

ROLES = ("editors", "moderators", "contributors", "translators")
ASKED = ("edit", "publish", "unpublish", "delete", "move", "lock", "submit_for_moderation")


def user(name: str, group: str, language: str = "nl") -> Any:
    made = User.objects.create_user(name, f"{name}@example.org", "x")
    made.groups.add(SetupRecord.objects.get(key=f"groups:{group}").thing())
    UserProfile.objects.create(user=made, preferred_language=language)
    return made


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(vocabularies, "START_VOCABULARIES", (THEMES,))
    home("nl")
    call_command("cop_setup", verbosity=0)
    own, other = (Organisation.objects.create(name=name) for name in ("Loket", "Fonds"))
    made = SimpleNamespace(own=own, other=other)
    made.catalogue = Page.objects.get(slug="ondersteuning").specific
    made.practices = Page.objects.get(slug="goede-praktijken").specific
    made.initiative = initiative(made.catalogue, own, "Van Loket")
    made.foreign = initiative(made.catalogue, other, "Van Fonds")
    for group in ROLES:
        setattr(made, group, user(group, group, "en" if group == "contributors" else "nl"))
    OrganisationMember.objects.create(organisation=own, user=made.contributors)
    return made


def initiative(parent: Any, organisation: Any, title: str, role: str = "provider") -> Any:
    page = InitiativePage(title=title, summary="Eén zin.", locale=parent.locale)
    page.organisation_rows = [InitiativeOrganisation(organisation=organisation, role=role)]
    parent.add_child(instance=page)
    page.save_revision()
    return InitiativePage.objects.get(pk=page.pk)


def may(who: Any, page: Any) -> set[str]:
    tester = page.permissions_for_user(User.objects.get(pk=who.pk))
    return {name for name in ASKED if getattr(tester, f"can_{name}")()}


def test_what_each_role_may_do_with_whose_page(site: Any) -> None:
    pages = ("initiative", "foreign")
    found = {
        (role, page): may(getattr(site, role), getattr(site, page))
        for role in ROLES
        for page in pages
    }
    # Wagtail asks of whoever may edit at all whether the page has a workflow.
    submitted = {"submit_for_moderation"}
    assert found == {
        ("editors", "initiative"): set(ASKED) - {"lock"},
        ("editors", "foreign"): set(ASKED) - {"lock"},
        ("moderators", "initiative"): set(ASKED),
        ("moderators", "foreign"): set(ASKED),
        ("contributors", "initiative"): {"edit"} | submitted,
        ("contributors", "foreign"): submitted,
        ("translators", "initiative"): submitted,
        ("translators", "foreign"): submitted,
    }


def test_who_funds_or_helps_may_not_edit(site: Any) -> None:
    funded = initiative(site.catalogue, site.own, "Betaald door Loket", role="funder")
    assert "edit" not in may(site.contributors, funded)


def test_who_leaves_the_organisation_may_no_longer_edit(site: Any) -> None:
    OrganisationMember.objects.all().delete()
    assert "edit" not in may(site.contributors, site.initiative)


def test_who_lost_the_admin_may_not_edit(site: Any) -> None:
    site.contributors.groups.clear()
    assert "edit" not in may(site.contributors, site.initiative)


def test_an_inactive_user_may_nothing(site: Any) -> None:
    User.objects.filter(pk=site.contributors.pk).update(is_active=False)
    who = User.objects.get(pk=site.contributors.pk)
    assert not site.initiative.permissions_for_user(who).can_edit()


def test_what_a_draft_says_of_the_provider_gives_no_right(site: Any) -> None:
    draft = site.foreign.get_latest_revision_as_object()
    draft.organisation_rows = [InitiativeOrganisation(organisation=site.own)]
    draft.save_revision()

    assert "edit" not in may(site.contributors, site.foreign)
    assert "edit" not in may(site.contributors, draft)


def test_a_practice_belongs_to_who_did_it(site: Any) -> None:
    Role = GoodPracticeOrganisation.Role
    found = {}
    for role in Role:
        page = GoodPracticePage(title=role.value, summary="Eén zin.", locale=site.practices.locale)
        page.organisation_rows = [GoodPracticeOrganisation(organisation=site.own, role=role)]
        site.practices.add_child(instance=page)
        found[role] = "edit" in may(site.contributors, page)
    assert found == {Role.BY: True, Role.WITH: False, Role.FOR: False}


def test_rights_are_asked_once_for_a_whole_list(site: Any, django_assert_num_queries: Any) -> None:
    pages = [site.foreign, *(initiative(site.catalogue, site.other, str(n)) for n in range(5))]
    who = User.objects.get(pk=site.contributors.pk)
    assert not pages[0].permissions_for_user(who).can_edit()
    pages = [InitiativePage.objects.select_related("latest_revision").get(pk=p.pk) for p in pages]

    from cop_blocks.members import member_pages

    with django_assert_num_queries(0):
        assert [page.pk in member_pages(InitiativePage, who) for page in pages] == [False] * 6


def client_of(who: Any) -> Client:
    client = Client()
    client.force_login(who)
    return client


def edit(who: Any, page: Any, **changes: str) -> Any:
    from wagtail.test.utils.form_data import querydict_from_html

    client, url = client_of(who), reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.get(url)
    if response.status_code != 200:
        return response
    data = querydict_from_html(str(soup_of(response)), form_id=FORM_ID)
    data["body-count"] = "0"
    for name, value in changes.items():
        data[name.replace("__", "-")] = value
    return client.post(url, data)


def test_a_member_edits_the_page_of_the_organisation_and_no_other(site: Any) -> None:
    assert edit(site.contributors, site.initiative, title="Beter").status_code == 302
    site.initiative.refresh_from_db()
    assert site.initiative.draft_title == "Beter"

    response = edit(site.contributors, site.foreign, title="Gekaapt")
    assert response.status_code == 302
    assert Page.objects.get(pk=site.foreign.pk).draft_title == "Van Fonds"


def test_a_member_who_asks_to_publish_only_saves(site: Any) -> None:
    edit(site.contributors, site.initiative, title="Live!", **{"action-publish": "1"})

    assert Page.objects.get(pk=site.initiative.pk).title == "Van Loket"


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_a_member_neither_deletes_nor_unpublishes(site: Any, action: str) -> None:
    url = reverse(f"wagtailadmin_pages:{action}", args=[site.initiative.pk])

    client_of(site.contributors).post(url)

    page = Page.objects.get(pk=site.initiative.pk)
    assert (page.live, page.get_parent().pk) == (True, site.catalogue.pk)


def submit(site: Any) -> Any:
    edit(site.contributors, site.initiative, title="Beter", **{"action-submit": "1"})
    return site.initiative.current_workflow_task_state


def act(who: Any, page: Any, action: str, comment: str = "") -> None:
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    assert client_of(who).post(url, {"comment": comment}).status_code in (200, 302)


def mails() -> list[tuple[list[str], str]]:
    found = [(message.to, str(message.subject)) for message in mail.outbox]
    mail.outbox.clear()
    return found


def test_a_submitted_page_is_told_to_moderators_in_their_language_and_approved(site: Any) -> None:
    mail.outbox.clear()
    submit(site)

    [(to, subject)] = mails()
    assert to == ["moderators@example.org"]
    assert subject.startswith("De pagina 'Beter' is ter goedkeuring ingediend")

    act(site.moderators, site.initiative, "approve")

    page = Page.objects.get(pk=site.initiative.pk)
    assert (page.title, page.live) == ("Beter", True)
    assert [to for to, _subject in mails()] == [["contributors@example.org"]]


def test_a_rejected_page_is_told_with_the_reason_in_the_editors_language(site: Any) -> None:
    submit(site)
    mail.outbox.clear()

    act(site.moderators, site.initiative, "reject", comment="Graag een bedrag erbij")

    [message] = mail.outbox
    assert message.to == ["contributors@example.org"]
    assert "rejected" in message.subject
    assert "Graag een bedrag erbij" in message.body


def test_a_moderator_sees_what_waits(site: Any) -> None:
    submit(site)

    shown = client_of(site.moderators).get(reverse("wagtailadmin_home")).content.decode()

    assert "Beter" in shown


#: What the form sends for one new comment on the title.
COMMENT = {
    "comments-TOTAL_FORMS": "1",
    "comments-INITIAL_FORMS": "0",
    "comments-0-id": "",
    "comments-0-contentpath": "title",
    "comments-0-text": "Klopt deze naam nog?",
    "comments-0-position": "",
    "comments-0-DELETE": "",
    "comments-0-resolved": "",
    "comments-0-replies-TOTAL_FORMS": "0",
    "comments-0-replies-INITIAL_FORMS": "0",
}


def test_a_comment_is_told_to_who_follows_the_page_in_their_language(site: Any) -> None:
    PageSubscription.objects.create(
        page=site.initiative, user=site.contributors, comment_notifications=True
    )
    mail.outbox.clear()

    edit(site.moderators, site.initiative, **COMMENT)

    [message] = mail.outbox
    assert message.to == ["contributors@example.org"]
    assert message.subject.startswith("moderators has updated comments on")
    assert "Klopt deze naam nog?" in message.body


def test_a_member_may_comment_on_the_page_of_the_organisation(site: Any) -> None:
    edit(site.contributors, site.initiative, **COMMENT)

    [comment] = Comment.objects.all()
    assert (comment.user, comment.text) == (site.contributors, "Klopt deze naam nog?")
