"""Free keywords: words that become terms when a page that carries them is stored."""

import pytest
from django.urls import reverse

from cop_blocks.models import Term, TermLabel
from cop_blocks.terms.words import join_words, split_words
from tests.blocks.terms.factories import codes, note, term, vocabulary
from tests.blocks.terms.test_panel import edit_url, errors, post
from tests.hosts.hostpages.models import NotePage


@pytest.fixture
def keyword(db):
    return vocabulary("keyword", is_free=True)


def test_a_new_word_becomes_a_term_named_in_the_language_of_the_page(editor, keyword):
    page = note()

    editor.post(edit_url(page), post(page, "keyword", keyword='"Heat pump", Steel'))

    assert codes(page) == ["keyword.heat-pump", "keyword.steel"]
    assert list(TermLabel.objects.order_by("pk").values_list("language", "label")) == [
        ("en", "Heat pump"),
        ("en", "Steel"),
    ]


def test_a_word_that_is_a_name_in_any_language_is_that_term(editor, keyword):
    pump = term(keyword, "heat-pump", "Heat pump", nl="Warmtepomp", other="HP\nThermal pump")
    page = note()

    words = 'warmtepomp, "thermal  pump", HEAT-PUMP'
    editor.post(edit_url(page), post(page, "keyword", keyword=words))

    assert codes(page) == ["keyword.heat-pump"]
    assert list(Term.objects.all()) == [pump]


def test_the_words_of_a_page_stand_in_its_field(editor, keyword):
    page = note(term(keyword, "b", "Heat pump"), term(keyword, "a", "Steel"))

    html = editor.get(edit_url(page)).content.decode()

    assert 'value="&quot;Heat pump&quot;, Steel"' in html


def test_sending_the_words_unchanged_changes_no_row(editor, keyword):
    page = note(term(keyword, "b", "Heat pump"), term(keyword, "a", "Steel"))
    rows = list(page.cop_term_rows.values_list("pk", flat=True))

    editor.post(edit_url(page), post(page, "keyword", keyword='"Heat pump", Steel'))

    assert list(page.cop_term_rows.values_list("pk", flat=True)) == rows


def test_a_preview_makes_no_term(editor, keyword):
    page = note()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    assert editor.post(url, post(page, "keyword", keyword="Steel")).json()["is_valid"] is True
    html = editor.get(url).content.decode()

    assert "<li>keyword.steel</li>" in html
    assert Term.objects.count() == 0


def test_a_refused_form_makes_no_term_and_keeps_what_was_typed(editor, keyword):
    page = note()

    data = {**post(page, "keyword", keyword="Steel"), "title": ""}
    html = editor.post(edit_url(page), data).content.decode()

    assert 'name="cop_term_rows-keyword" value="Steel"' in html
    assert Term.objects.count() == 0


def test_a_draft_of_a_live_page_keeps_its_new_word(editor, keyword):
    page = note()

    editor.post(edit_url(page), post(page, "keyword", publish=False, keyword="Steel"))
    editor.post(edit_url(page), post(page, "keyword", publish=False, keyword="Steel, Wood"))

    assert codes(page) == []
    draft = NotePage.objects.get().get_latest_revision_as_object()
    assert codes(draft) == ["keyword.steel", "keyword.wood"]
    assert Term.objects.count() == 2


def test_a_word_of_only_other_letters_gets_a_code(editor, keyword):
    page = note()

    editor.post(edit_url(page), post(page, "keyword", keyword="فولاد"))

    made = page.cop_term_rows.get().tag
    assert made.label("en") == "فولاد"
    assert made.code.isascii()


def test_two_words_with_the_same_code_are_two_terms(editor, keyword):
    page = note()

    editor.post(edit_url(page), post(page, "keyword", keyword="C#, C++"))

    assert codes(page) == ["keyword.c", "keyword.c-2"]


def test_a_word_that_somebody_else_kept_in_the_meantime_is_theirs(keyword):
    mine, theirs = (Term.word(keyword, "Steel", "en") for _ in range(2))

    assert theirs.kept().pk == mine.kept().pk
    assert Term.objects.count() == 1


def test_a_word_that_is_too_long_is_refused_at_the_field(editor, keyword):
    page = note()

    response = editor.post(edit_url(page), post(page, "keyword", keyword="x" * 101))

    assert errors(response) == {"keyword": ["A word has at most 100 characters."]}


def test_required_words_are_asked_when_publishing(editor, keyword):
    keyword.is_required = True
    keyword.save()
    page = note()

    response = editor.post(edit_url(page), post(page, "keyword", keyword=" , "))

    assert errors(response) == {"keyword": ["Type at least one word."]}


def test_while_typing_names_in_any_language_are_offered(editor, keyword):
    term(keyword, "heat-pump", "Heat pump", nl="Warmtepomp")
    term(keyword, "pumpkin", "Pumpkin")
    term(keyword, "pump", "Pump (old)", is_retired=True)
    term(vocabulary("theme"), "pumps", "Pumps")
    url = reverse("cop_blocks_words", args=["keyword"])

    assert editor.get(url, {"term": "pump"}).json() == ["Pumpkin", "Heat pump"]
    assert editor.get(url, {"term": "WARMTE"}).json() == ["Warmtepomp"]
    assert editor.get(url, {"term": "\0"}).json() == []


def test_visitors_are_not_offered_words(client, home, keyword):
    assert client.get(reverse("cop_blocks_words", args=["keyword"])).status_code == 302


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("steel, wood", ["steel", "wood"]),
        ("heat pump", ["heat pump"]),
        ('"heat pump" "b, c"', ["heat pump", "b, c"]),
        ('un"finished', ["un", "finished"]),
        (" ,\n,\0", []),
        (None, []),
    ],
)
def test_words_are_split_at_commas_and_quotes(text, words):
    assert split_words(text) == words


def test_joined_words_are_split_into_the_same():
    words = ["steel", "heat pump", "a, b"]

    assert split_words(join_words(words)) == words
