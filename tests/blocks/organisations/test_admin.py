"""Organisations and people: snippets that page forms choose from."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from cop_blocks.models import Organisation, OrganisationText, Person, PersonText
from tests.blocks.terms.factories import administrator, term, vocabulary

ORGANISATIONS = "wagtailsnippets_cop_blocks_organisation"
PEOPLE = "wagtailsnippets_cop_blocks_person"


@pytest.fixture
def editor(db: None) -> Client:
    client = Client()
    client.force_login(administrator())
    return client


def organisation(**values: Any) -> dict[str, Any]:
    empty = (
        "short_name kind level description_nl description_en website email phone region logo "
        "kvk_number rsin oin"
    )
    nobody = {"members-TOTAL_FORMS": "0", "members-INITIAL_FORMS": "0"}
    return {**dict.fromkeys(empty.split(), ""), **nobody, "name": "Port authority", **values}


def person(**values: Any) -> dict[str, Any]:
    empty = (
        "organisation job_title_nl job_title_en description_nl description_en photo email phone "
        "website"
    )
    return {**dict.fromkeys(empty.split(), ""), "name": "Noor", **values}


def test_an_organisation_is_made_with_a_description_per_language(editor):
    leiden = term(vocabulary("region"), "leiden", "Leiden")
    data = organisation(
        description_en="Runs the port.",
        description_nl="Beheert de haven.",
        kvk_number="24354561",
        website="https://example.org",
        region=leiden.pk,
    )

    editor.post(reverse(f"{ORGANISATIONS}:add"), data)

    made = Organisation.objects.get()
    assert (made.kvk_number, made.region) == ("24354561", leiden)
    assert made.description("en") == "Runs the port."
    assert made.description("nl") == "Beheert de haven."


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "kvk_number",
            "1234567",
            "A KvK number has 8 digits. Check the number in the trade register.",
        ),
        (
            "kvk_number",
            "1234567a",
            "A KvK number has 8 digits. Check the number in the trade register.",
        ),
        ("rsin", "12345678", "An RSIN has 9 digits, leading zeros included."),
        ("rsin", "123456789", "This is not an RSIN: check the digits for a typing error."),
        ("oin", "0000000100", "An OIN has 20 digits. Check the number in the OIN register."),
    ],
)
def test_a_wrong_number_is_answered_at_the_field_with_nothing_lost(editor, field, value, message):
    data = organisation(**{field: value, "description_en": "Runs the port."})

    response = editor.post(reverse(f"{ORGANISATIONS}:add"), data)

    assert response.context["form"].errors == {field: [message]}
    assert "Runs the port." in response.content.decode()
    assert Organisation.objects.count() == 0


def test_a_dutch_editor_is_answered_in_dutch(db):
    client = Client()
    client.force_login(administrator(language="nl"))

    html = client.post(
        reverse(f"{ORGANISATIONS}:add"), organisation(kvk_number="1234567")
    ).content.decode()

    assert "Een KvK-nummer heeft 8 cijfers. Controleer het nummer in het Handelsregister." in html


def test_a_name_that_is_taken_is_refused_at_the_field(editor):
    Organisation.objects.create(name="Port authority")

    response = editor.post(reverse(f"{ORGANISATIONS}:add"), organisation())

    assert list(response.context["form"].errors) == ["name"]


def test_a_description_is_changed_and_emptied_and_other_languages_stay(editor):
    made = Organisation.objects.create(name="Port authority")
    for language, text in (("nl", "Oud"), ("en", "Old"), ("fr", "Vieux")):
        OrganisationText.objects.create(organisation=made, language=language, description=text)

    data = organisation(description_nl="Nieuw")
    editor.post(reverse(f"{ORGANISATIONS}:edit", args=[made.pk]), data)

    assert dict(made.texts.values_list("language", "description")) == {"nl": "Nieuw", "fr": "Vieux"}


@pytest.mark.wagtail_indexes
def test_organisations_are_listed_and_searched_by_name(editor, wagtail_index):
    Organisation.objects.create(name="Port authority", kind="public")
    Organisation.objects.create(name="University", short_name="UNI")
    url = reverse(f"{ORGANISATIONS}:list_results")

    assert names(editor.get(url)) == ["Port authority", "University"]
    assert names(editor.get(url, {"q": "univ"})) == ["University"]
    assert names(editor.get(url, {"kind": "public"})) == ["Port authority"]


@pytest.mark.wagtail_indexes
def test_a_page_form_chooses_organisations_and_people_by_name(editor, wagtail_index):
    Organisation.objects.create(name="Port authority")
    Organisation.objects.create(name="University")
    Person.objects.create(name="Noor")

    chooser = "wagtailsnippetchoosers_cop_blocks_{}:choose_results"
    found = editor.get(reverse(chooser.format("organisation")), {"q": "port"}).content.decode()
    people = editor.get(reverse(chooser.format("person")), {"q": "noo"}).content.decode()

    assert "Port authority" in found and "University" not in found
    assert "Noor" in people


@pytest.mark.wagtail_indexes
def test_an_organisation_in_use_is_not_deleted_and_the_editor_is_told_why(editor):
    made = Organisation.objects.create(name="Port authority")
    Person.objects.create(name="Noor", organisation=made)
    assert ReferenceIndex.get_references_to(made).count() == 1

    response = editor.post(reverse(f"{ORGANISATIONS}:delete", args=[made.pk]), follow=True)

    html = response.content.decode()
    assert "“Port authority” is in use and cannot be deleted." in html
    assert reverse(f"{PEOPLE}:edit", args=[Person.objects.get().pk]) in html
    assert Organisation.objects.count() == 1


@pytest.mark.wagtail_indexes
def test_organisations_in_use_are_not_deleted_in_bulk(editor):
    used = Organisation.objects.create(name="Port authority")
    free = Organisation.objects.create(name="University")
    Person.objects.create(name="Noor", organisation=used)
    url = reverse("wagtail_bulk_action", args=["cop_blocks", "organisation", "delete"])

    editor.post(f"{url}?id={used.pk}&id={free.pk}")

    assert Organisation.objects.count() == 2


def test_an_unused_organisation_is_deleted(editor):
    made = Organisation.objects.create(name="Port authority")

    editor.post(reverse(f"{ORGANISATIONS}:delete", args=[made.pk]))

    assert Organisation.objects.count() == 0


def test_a_person_is_made_with_a_function_per_language(editor):
    data = person(job_title_nl="Directeur", job_title_en="Director", description_en="Knows ports.")

    editor.post(reverse(f"{PEOPLE}:add"), data)

    made = Person.objects.get()
    assert list(
        made.texts.order_by("language").values_list("language", "job_title", "description")
    ) == [("en", "Director", "Knows ports."), ("nl", "Directeur", "")]


def test_people_are_listed_in_the_same_queries_for_one_and_many(
    editor, django_assert_max_num_queries
):
    def person_of(number: int) -> None:
        made = Organisation.objects.create(name=f"Organisation {number}")
        Person.objects.create(name=f"Person {number}", organisation=made)

    url = reverse(f"{PEOPLE}:list")
    person_of(0)
    editor.get(url)
    with CaptureQueriesContext(connection) as one:
        editor.get(url)
    for number in range(1, 10):
        person_of(number)

    with django_assert_max_num_queries(len(one)):
        assert len(names(editor.get(url))) == 10


def test_texts_come_in_the_nearest_language_without_a_query_when_prefetched(
    db, django_assert_num_queries
):
    for number in range(3):
        made = Organisation.objects.create(name=f"Organisation {number}")
        OrganisationText.objects.create(organisation=made, language="nl", description="Haven")
        speaker = Person.objects.create(name=f"Person {number}")
        PersonText.objects.create(person=speaker, language="nl", job_title="Directeur")
        PersonText.objects.create(person=speaker, language="en", description="Knows ports.")
    organisations = list(Organisation.objects.prefetch_related("texts"))
    people = list(Person.objects.prefetch_related("texts"))

    with django_assert_num_queries(0):
        assert [each.description("en") for each in organisations] == ["Haven"] * 3
        assert [each.job_title("en") for each in people] == ["Directeur"] * 3
        assert [each.description("nl") for each in people] == ["Knows ports."] * 3


def names(response: Any) -> list[str]:
    """The titles in a listing."""
    return re.findall(r'<span id="snippet_\d+_title">([^<]*)</span>', response.content.decode())
