"""Vocabularies and terms in Wagtail's admin."""

import re
from typing import Any

import pytest
from django.urls import reverse

from cop_blocks.models import Term, TermLabel, Vocabulary
from tests.blocks.terms.factories import codes, note, term, vocabulary
from tests.hosts.hostpages.models import NotePage


def names(html: str) -> list[str]:
    """The terms in a listing, with their indentation."""
    found = re.findall(r'<a href="/admin/cop_terms/edit/\d+/"[^>]*>([^<]*)</a>', html)
    return [name.strip(" \n") for name in found]


def filled(**values: Any) -> dict[str, Any]:
    empty = {
        f"{column}_{language}": ""
        for column in ("label", "alternatives", "definition")
        for language in ("nl", "en")
    }
    return {**empty, "code": "", "broader": "", "successor": "", "sort_order": 0, **values}


@pytest.fixture
def region(db):
    made = vocabulary("region", is_hierarchical=True)
    country = term(made, "nl", "Netherlands", nl="Nederland")
    province = term(made, "zh", "South Holland", broader=country)
    term(made, "rotterdam", "Rotterdam", broader=province)
    term(made, "ut", "Utrecht", broader=country)
    return made


def test_terms_are_listed_as_trees_by_their_names(editor, theme, region):
    term(theme, "circular", "Circular")

    html = editor.get(reverse("cop_terms:index")).content.decode()

    assert names(html) == [
        "Netherlands",
        "\N{EM SPACE}South Holland",
        "\N{EM SPACE}\N{EM SPACE}Rotterdam",
        "\N{EM SPACE}Utrecht",
        "Circular",
    ]


def test_the_listing_takes_the_same_queries_for_one_term_and_many(
    editor, region, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = reverse("cop_terms:index")
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        editor.get(url)
    for number in range(20):
        term(region, f"town-{number}")
    for number in range(3):
        term(vocabulary(f"vocabulary-{number}"), "term")

    with django_assert_max_num_queries(len(few)):
        editor.get(url)


def test_terms_are_searched_by_any_name(editor, theme):
    term(theme, "circular", "Circular", nl="Kringloop", other="Recycling")
    term(theme, "digital", "Digital")
    url = reverse("cop_terms:index_results")

    for query in ("kring", "recyc", "CIRCULAR"):
        assert names(editor.get(url, {"q": query}).content.decode()) == ["Circular"]
    assert names(editor.get(url, {"q": "nothing"}).content.decode()) == []


def test_terms_are_filtered_by_vocabulary_retired_and_missing_name(editor, theme, region):
    term(theme, "circular", "Circular", nl="Circulair")
    term(theme, "old", "Old", is_retired=True)
    url = reverse("cop_terms:index_results")

    def found(**filters: str) -> list[str]:
        return [name.strip() for name in names(editor.get(url, filters).content.decode())]

    assert found(vocabulary="theme") == ["Circular", "Old"]
    assert found(retired="True") == ["Old"]
    assert found(vocabulary="theme", missing="nl") == ["Old"]
    assert found(vocabulary="region", missing="nl") == ["South Holland", "Rotterdam", "Utrecht"]


def test_a_missing_name_is_marked_with_its_language(editor, theme):
    term(theme, "circular", "Circular", nl="Circulair")
    url = reverse("cop_terms:index")
    assert "w-status" not in table(editor.get(url))

    term(theme, "digital", "Digital")

    assert '<span class="w-status">Dutch</span>' in table(editor.get(url))


@pytest.mark.wagtail_indexes
def test_the_listing_counts_pages_and_leads_to_them(editor, theme):
    circular = term(theme, "circular")
    note(circular)
    usage = reverse("cop_terms:usage", args=[circular.pk])

    assert f'<a href="{usage}">1</a>' in table(editor.get(reverse("cop_terms:index")))
    assert "Note" in editor.get(usage).content.decode()


def test_a_term_is_made_with_its_names_side_by_side(editor, theme):
    data = filled(
        vocabulary=theme.pk, label_nl="Circulair", label_en="Circular", alternatives_en="Recycling"
    )

    editor.post(reverse("cop_terms:add"), data)

    made = Term.objects.get()
    assert (made.name, made.slug) == ("theme.circulair", "theme--circulair")
    assert list(made.labels.order_by("language").values_list("language", "label")) == [
        ("en", "Circular"),
        ("nl", "Circulair"),
    ]
    assert made.labels.get(language="en").alternatives == "Recycling"


def test_a_new_term_comes_after_the_others_unless_it_is_given_a_place(editor, theme):
    term(theme, "first", sort_order=3)

    data = filled(vocabulary=theme.pk, label_en="Second", sort_order="")
    editor.post(reverse("cop_terms:add"), data)
    data = filled(vocabulary=theme.pk, label_en="Zero", sort_order="0")
    editor.post(reverse("cop_terms:add"), data)

    assert list(theme.terms.values_list("code", "sort_order")) == [
        ("zero", 0),
        ("first", 3),
        ("second", 4),
    ]


def test_a_term_is_added_to_the_vocabulary_that_the_listing_shows(editor, theme, region):
    listing = editor.get(reverse("cop_terms:index"), {"vocabulary": "theme"}).content.decode()
    url = reverse("cop_terms:add") + "?vocabulary=theme"

    form = part(r'<select name="vocabulary".*?</select>', editor.get(url).content.decode())

    assert f'href="{url}"' in listing
    assert f'<option value="{theme.pk}" selected>Theme</option>' in form


def test_a_code_can_be_chosen_and_does_not_change_after(editor, theme):
    data = filled(vocabulary=theme.pk, label_en="Circular", code="circular")
    editor.post(reverse("cop_terms:add"), data)
    made = Term.objects.get()

    data = filled(vocabulary=vocabulary("stage").pk, label_en="Round", code="round")
    editor.post(reverse("cop_terms:edit", args=[made.pk]), data)

    made.refresh_from_db()
    assert (made.name, made.label("en")) == ("theme.circular", "Round")


def test_a_code_that_is_taken_is_refused_at_the_field(editor, theme):
    term(theme, "circular")

    data = filled(vocabulary=theme.pk, label_en="Again", code="circular")
    response = editor.post(reverse("cop_terms:add"), data)

    assert response.status_code == 200
    assert Term.objects.count() == 1
    assert response.context["form"].errors


def test_a_term_without_any_name_is_refused_at_the_field(editor, theme):
    response = editor.post(reverse("cop_terms:add"), filled(vocabulary=theme.pk, code="circular"))

    assert response.context["form"].errors == {
        "label_nl": ["Give the term a name in this language."]
    }


def test_other_names_without_a_name_are_refused_at_the_field(editor, theme):
    data = filled(vocabulary=theme.pk, label_nl="Circulair", alternatives_en="Recycling")

    response = editor.post(reverse("cop_terms:add"), data)

    assert response.context["form"].errors == {
        "label_en": ["Give the term a name in this language."]
    }


def test_emptying_a_name_removes_it_and_other_languages_stay(editor, theme):
    made = term(theme, "circular", "Circular", nl="Circulair")
    TermLabel.objects.create(term=made, language="fr", label="Circulaire")

    data = filled(vocabulary=theme.pk, label_nl="Circulair")
    editor.post(reverse("cop_terms:edit", args=[made.pk]), data)

    assert sorted(made.labels.values_list("language", flat=True)) == ["fr", "nl"]


def test_a_term_is_retired_with_a_successor_and_pages_keep_it(editor, theme):
    old, new = term(theme, "old", "Old"), term(theme, "new", "New")
    page = note(old)

    data = filled(vocabulary=theme.pk, label_en="Old", is_retired="on", successor=new.pk)
    editor.post(reverse("cop_terms:edit", args=[old.pk]), data)

    old.refresh_from_db()
    assert (old.is_retired, old.is_merged, old.successor) == (True, False, new)
    assert codes(page) == ["theme.old"]
    assert "retired, see New" in table(editor.get(reverse("cop_terms:index")))


def test_broader_terms_of_the_own_vocabulary_are_offered_as_a_tree(editor, theme, region):
    province = Term.objects.get(code="zh")

    html = editor.get(reverse("cop_terms:edit", args=[province.pk])).content.decode()

    options = part(r'<select name="broader".*?</select>', html)
    offered = re.findall(r'<option value="\d+"[^>]*>([^<]*)</option>', options)
    assert offered == ["Netherlands", "\N{EM SPACE}\N{EM SPACE}Rotterdam", "\N{EM SPACE}Utrecht"]


def test_a_term_that_would_lie_within_itself_is_refused_at_the_field(editor, region):
    country, rotterdam = Term.objects.get(code="nl"), Term.objects.get(code="rotterdam")

    data = filled(vocabulary=region.pk, label_en="Netherlands", broader=rotterdam.pk)
    response = editor.post(reverse("cop_terms:edit", args=[country.pk]), data)

    assert response.context["form"].errors == {
        "broader": ["Choose another term: this one would lie within itself."]
    }


def test_a_term_in_use_is_not_deleted_and_the_editor_is_told_where_it_is_used(editor, theme):
    circular = term(theme, "circular", "Circular")
    page = note(circular)

    response = editor.post(reverse("cop_terms:delete", args=[circular.pk]), follow=True)

    html = response.content.decode()
    assert "“Circular” is in use and cannot be deleted." in html
    assert reverse("cop_terms:usage", args=[circular.pk]) in html
    assert codes(page) == ["theme.circular"]


def test_a_term_that_only_a_draft_carries_is_not_deleted(editor, theme):
    circular = term(theme, "circular")
    page = note()
    page.cop_term_rows = [page.cop_term_rows.model(tag=circular)]
    page.save_revision()

    editor.post(reverse("cop_terms:delete", args=[circular.pk]))

    assert Term.objects.count() == 1


@pytest.mark.parametrize("code", ["nl", "zh"])
def test_a_term_that_others_lie_within_is_not_deleted(editor, region, code):
    editor.post(reverse("cop_terms:delete", args=[Term.objects.get(code=code).pk]))

    assert Term.objects.filter(code=code).exists()


def test_an_unused_term_is_deleted(editor, theme):
    circular = term(theme, "circular")

    editor.post(reverse("cop_terms:delete", args=[circular.pk]))

    assert Term.objects.count() == 0


def test_a_vocabulary_is_made_and_stands_on_the_form_of_its_page_types(editor, home):
    data = {
        "label_en": "Stage",
        "label_nl": "",
        "help_text_en": "How far is it?",
        "help_text_nl": "",
        "code": "stage",
        "is_multiple": "on",
        "match": "exact",
        "page_types": ["hostpages.notepage"],
    }

    editor.post(reverse("cop_vocabularies:add"), data)

    made = Vocabulary.objects.get()
    assert (made.code, made.page_types) == ("stage", ["hostpages.notepage"])
    assert made.is_for(NotePage)
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[note().pk])).content.decode()
    assert "How far is it?" in edit


def test_the_code_of_a_vocabulary_does_not_change(editor, theme):
    data = {"label_en": "Topic", "code": "topic", "match": "exact"}

    editor.post(reverse("cop_vocabularies:edit", args=[theme.pk]), data)

    theme.refresh_from_db()
    assert (theme.code, theme.name("en")) == ("theme", "Topic")


def test_a_reserved_code_is_refused_at_the_field(editor, home):
    data = {"label_en": "Kind", "code": "kind", "match": "exact"}

    response = editor.post(reverse("cop_vocabularies:add"), data)

    assert response.context["form"].errors == {
        "code": ["“kind” already has a meaning in web addresses. Choose another code."]
    }


def test_a_vocabulary_whose_terms_are_used_is_not_deleted(editor, theme):
    note(term(theme, "circular"))

    editor.post(reverse("cop_vocabularies:delete", args=[theme.pk]))
    assert Vocabulary.objects.count() == 1


def test_a_vocabulary_whose_terms_nobody_uses_is_deleted_with_them(editor, region):
    editor.post(reverse("cop_vocabularies:delete", args=[region.pk]))

    assert (Vocabulary.objects.count(), Term.objects.count()) == (0, 0)


def test_vocabularies_are_listed_with_the_number_of_their_terms(editor, theme):
    term(theme, "circular"), term(theme, "digital")

    html = table(editor.get(reverse("cop_vocabularies:index")))

    assert '<a href="/admin/cop_terms/?vocabulary=theme">2</a>' in html


def test_someone_without_permission_sees_no_terms(client, theme, home):
    from django.contrib.auth.models import Permission, User

    user = User.objects.create_user("writer")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    made = term(theme, "circular")

    for url in (
        reverse("cop_terms:index"),
        reverse("cop_terms:edit", args=[made.pk]),
        reverse("cop_terms:delete", args=[made.pk]),
        reverse("cop_terms:merge", args=[made.pk]),
        reverse("cop_vocabularies:index"),
    ):
        assert client.get(url).status_code == 302
    client.post(reverse("cop_terms:delete", args=[made.pk]))
    assert Term.objects.count() == 1


def table(response: Any) -> str:
    """The table of a listing."""
    return part(r"<table.*</table>", response.content.decode())


def part(pattern: str, html: str) -> str:
    found = re.search(pattern, html, re.S)
    assert found, f"nothing like {pattern}"
    return found[0]
