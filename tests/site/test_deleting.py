"""What an editor is told before something in use is deleted or unpublished."""

from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from cop_blocks.models import Organisation, Person
from cop_catalog.models import GoodPracticeIndexPage, InitiativeIndexPage, InitiativeOrganisation
from cop_events.models import SessionPage, SessionSpeaker
from tests.catalog import factories as catalogue
from tests.events import factories as events
from tests.events.editing import Editor

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]


@pytest.fixture
def site() -> Any:
    home, _english = catalogue.make_homes()
    made = SimpleNamespace(home=home)
    made.catalogue = catalogue.make_index(home, InitiativeIndexPage, title="Ondersteuning")
    made.practices = catalogue.make_index(home, GoodPracticeIndexPage, title="Praktijken")
    made.series = events.series(home)
    made.session = events.publish(events.session(made.series))
    made.loket = Organisation.objects.create(name="Loket")
    made.initiative = catalogue.make_initiative(made.catalogue, providers=["Loket"])
    made.practice = catalogue.make_practice(
        made.practices, initiatives=[made.initiative], sessions=[made.session]
    )
    return made


@pytest.fixture
def editor() -> Editor:
    return Editor("en")


def url(page: Any, action: str = "delete") -> str:
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


def said(response: Any) -> tuple[str, list[str]]:
    """The heading of our page, and where the thing is used."""
    assert response.status_code == 200
    soup: Any = BeautifulSoup(response.content, "html.parser")
    uses = [" ".join(item.get_text(" ").split()) for item in soup.select(".nice-padding li")]
    return soup.select_one("title").get_text().split(" - ")[0].strip(), uses


def goes_on(response: Any, text: str) -> str:
    soup: Any = BeautifulSoup(response.content, "html.parser")
    return str(soup.find("a", string=text)["href"])


def test_a_published_session_is_rather_cancelled(site: Any, editor: Editor) -> None:
    response = editor.client.get(url(site.session))

    assert said(response) == ("Before you delete this", ["Good practice: Goede praktijk"])
    assert "Set “Status” to “Cancelled”." in response.content.decode()
    assert url(site.practice, "edit") in response.content.decode()


def test_who_goes_on_meets_wagtails_own_question_and_deletes(site: Any, editor: Editor) -> None:
    response = editor.client.get(url(site.session))

    asked = editor.client.get(goes_on(response, "Delete all the same"))

    assert "wagtailadmin/pages/confirm_delete.html" in [t.name for t in asked.templates]
    editor.client.post(url(site.session))
    assert not SessionPage.objects.exists()


def test_a_session_that_was_never_published_is_simply_deleted(site: Any, editor: Editor) -> None:
    draft = events.session(site.series, title="Kladje", live=False)

    response = editor.client.get(url(draft))

    assert "wagtailadmin/pages/confirm_delete.html" in [t.name for t in response.templates]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_series_with_sessions_is_not_deleted(site: Any, editor: Editor, method: str) -> None:
    response = getattr(editor.client, method)(url(site.series) + "?cop_seen=1")

    heading, _uses = said(response)
    assert heading == "This cannot be deleted"
    assert "There is 1 session in this series" in response.content.decode()
    assert SessionPage.objects.count() == 1


def test_a_series_with_sessions_is_not_deleted_in_bulk(site: Any, editor: Editor) -> None:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    response = editor.client.post(f"{bulk}?id={site.series.pk}")

    assert said(response)[0] == "This cannot be deleted"
    assert SessionPage.objects.count() == 1


def test_an_initiative_that_is_a_successor_is_rather_withdrawn(site: Any, editor: Editor) -> None:
    catalogue.make_initiative(site.catalogue, "Oud", state="merged", successor=site.initiative)

    response = editor.client.get(url(site.initiative))

    heading, uses = said(response)
    assert heading == "Before you delete this"
    assert sorted(uses) == ["Good practice: Goede praktijk", "Initiative: Oud"]
    assert "choose its successor" in response.content.decode()


def test_an_organisation_that_only_a_draft_names_is_in_use(site: Any, editor: Editor) -> None:
    fonds = Organisation.objects.create(name="Fonds")
    draft = site.initiative.get_latest_revision_as_object()
    draft.organisation_rows.add(InitiativeOrganisation(organisation=fonds, role="funder"))
    draft.save_revision()

    response = editor.client.post(
        reverse("wagtailsnippets_cop_blocks_organisation:delete", args=[fonds.pk])
    )

    assert said(response) == (
        "This cannot be deleted",
        ["Initiative: Voorbeeld: voucher (in a draft)"],
    )
    assert Organisation.objects.filter(pk=fonds.pk).exists()


def test_an_organisation_that_nothing_names_is_deleted(site: Any, editor: Editor) -> None:
    free = Organisation.objects.create(name="Vrij")

    editor.client.post(reverse("wagtailsnippets_cop_blocks_organisation:delete", args=[free.pk]))

    assert not Organisation.objects.filter(pk=free.pk).exists()


def test_a_person_who_speaks_in_a_draft_is_in_use(site: Any, editor: Editor) -> None:
    speaker = Person.objects.create(name="Sanne")
    draft = site.session.get_latest_revision_as_object()
    draft.speaker_rows = [SessionSpeaker(person=speaker)]
    draft.save_revision()

    response = editor.client.post(
        reverse("wagtailsnippets_cop_blocks_person:delete", args=[speaker.pk])
    )

    assert said(response)[0] == "This cannot be deleted"
    assert Person.objects.count() == 1


def test_uses_are_named_up_to_ten_and_the_rest_is_counted(site: Any, editor: Editor) -> None:
    for number in range(11):
        catalogue.make_practice(site.practices, f"Praktijk {number}", initiatives=[site.initiative])

    _heading, uses = said(editor.client.get(url(site.initiative)))

    assert (len(uses), uses[-1]) == (11, "and 2 more")


def posts_on(response: Any) -> tuple[str, dict[str, str]]:
    """The form by which the editor goes on."""
    soup: Any = BeautifulSoup(response.content, "html.parser")
    form = soup.select_one(".nice-padding form")
    fields = {field["name"]: field["value"] for field in form.select("input")}
    return str(form["action"]), fields


def test_unpublishing_what_pages_refer_to_is_warned_of_and_goes_on(
    site: Any, editor: Editor
) -> None:
    response = editor.client.post(url(site.initiative, "unpublish"), {"next": "/admin/"})

    assert said(response) == ("Before you unpublish this", ["Good practice: Goede praktijk"])
    assert Page.objects.get(pk=site.initiative.pk).live

    address, fields = posts_on(response)
    assert editor.client.post(address, fields).url == "/admin/"
    assert not Page.objects.get(pk=site.initiative.pk).live


def test_unpublishing_what_nothing_refers_to_goes_straight_on(site: Any, editor: Editor) -> None:
    editor.client.post(url(site.practice, "unpublish"))

    assert not Page.objects.get(pk=site.practice.pk).live


@pytest.mark.parametrize(
    ("action", "heading"),
    [("delete", "Before you delete this"), ("unpublish", "Before you unpublish this")],
)
def test_in_bulk_each_page_in_use_is_named_before_it_goes_on(
    site: Any, editor: Editor, action: str, heading: str
) -> None:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = editor.client.post(f"{bulk}?id={site.initiative.pk}&id={site.practice.pk}")

    assert said(response)[0] == heading
    assert Page.objects.filter(pk=site.initiative.pk, live=True).exists()

    editor.client.post(*posts_on(response))
    assert not Page.objects.filter(pk=site.initiative.pk, live=True).exists()


def test_a_dutch_editor_is_told_in_dutch(site: Any) -> None:
    response = Editor("nl").client.get(url(site.session))

    assert said(response) == ("Voordat u dit verwijdert", ["Goede praktijk: Goede praktijk"])


def test_pages_of_the_sites_own_are_left_to_wagtail(site: Any, editor: Editor) -> None:
    plain = site.home.add_child(instance=Page(title="Nieuws", locale=site.home.locale))

    response = editor.client.get(url(plain))

    assert "wagtailadmin/pages/confirm_delete.html" in [t.name for t in response.templates]
