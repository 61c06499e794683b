"""Which look a term has: the editor's choice, else, for a theme, its place decides."""

from typing import Any

import pytest
from django.template import Context, Template
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cop_blocks.looks import MARKS, PALETTES, TermLook, chosen_look, first_unused
from cop_blocks.models import Term, TermRow
from cop_blocks.shown_terms import page_look
from cop_blocks.terms.labels import Tag, term_labels
from cop_blocks.terms.tree import TermTree
from tests.blocks.site_factories import home, page_below, request_for
from tests.blocks.terms.factories import term, vocabulary

pytestmark = pytest.mark.django_db


@pytest.fixture
def themes() -> list[Term]:
    made = vocabulary("theme")
    return [term(made, code, code.title()) for code in ("water", "energy", "housing")]


def test_a_theme_that_nobody_dressed_gets_a_look_by_its_place() -> None:
    assert chosen_look("theme", 0) == TermLook("indigo", "dots")
    assert chosen_look("theme", 3) == TermLook("plum", "network")
    assert chosen_look("theme", 12) == TermLook("indigo", "dots")


def test_what_an_editor_chose_comes_first_each_for_itself() -> None:
    assert chosen_look("theme", 1, "olive", "") == TermLook("olive", "cycle")
    assert chosen_look("theme", 1, "", "wave") == TermLook("green", "wave")


def test_a_palette_that_is_no_longer_known_counts_as_none() -> None:
    assert chosen_look("theme", 1, "neon", "skull") == TermLook("green", "cycle")


def test_other_terms_are_plain_until_an_editor_chooses() -> None:
    assert chosen_look("region", 0).css_class == ""
    assert chosen_look("region", 0, "teal").css_class == "cop-palette--teal"


def test_names_and_trees_agree_on_the_look(
    themes: list[Term], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Term.objects.filter(code="energy").update(palette="ochre", mark="bulb")
    Term.objects.create(vocabulary=themes[0].vocabulary, code="a-nameless", sort_order=0)

    with django_assert_num_queries(2):
        labels, tree = term_labels("en"), TermTree.load()

    codes = list(tree.vocabularies["theme"].terms)
    assert [labels.look("theme", code) for code in codes] == tree.looks("theme")
    assert labels.look("theme", "energy") == TermLook("ochre", "bulb")
    assert len({look.palette for look in tree.looks("theme")}) == 4


def test_the_tags_of_a_card_carry_the_look_of_their_themes(themes: list[Term]) -> None:
    term(vocabulary("support-type"), "loan", "Loan")
    labels = term_labels("en")

    tags = labels.tags({"theme": ("energy",), "support-type": ("loan",)}, ["theme", "support-type"])

    assert tags == [Tag("Energy", labels.look("theme", "energy")), Tag("Loan")]
    assert labels.theme_look({"theme": ("energy", "water")}) == labels.look("theme", "energy")
    assert labels.theme_look({"region": ("zh",)}) == TermLook()


class TestPages:
    def page(self, *terms: Term) -> Any:
        page = page_below(home())
        for order, its in enumerate(terms):
            TermRow.objects.create(content_object=page, tag=its, sort_order=order)
        return page

    def test_a_page_looks_as_its_first_theme(self, themes: list[Term]) -> None:
        page = self.page(term(vocabulary("region"), "zh"), themes[2], themes[0])
        looks = TermTree.load().looks("theme")
        codes = list(TermTree.load().vocabularies["theme"].terms)
        assert page_look(page, request_for()) == looks[codes.index("housing")]

    def test_a_page_without_themes_is_plain(self) -> None:
        assert page_look(self.page(), request_for()) == TermLook()

    def test_a_template_asks_once_a_request(
        self, themes: list[Term], django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        template = Template(
            "{% load cop_blocks %}{% cop_palette page %} {% cop_look page as look %}"
            '{% cop_mark look.mark %}{% cop_terms page "theme" %}'
        )
        page = self.page(themes[1])
        with django_assert_num_queries(2):
            html = template.render(Context({"page": page, "request": request_for()}))
        assert html.count(page_look(page, None).css_class) == 2
        assert html.count("<svg") == 1


class TestAdmin:
    def form(self, editor: Any, url: str) -> str:
        return str(editor.get(url).content.decode())

    def chosen(self, html: str) -> tuple[list[str], list[str]]:
        import re

        def of(name: str) -> list[str]:
            inputs = re.findall(rf'<input type="radio" name="{name}" value="(\w*)"([^>]*)>', html)
            return [value for value, rest in inputs if "checked" in rest]

        return of("palette"), of("mark")

    def test_every_palette_and_mark_is_shown_with_a_picture_and_a_name(self, editor: Any) -> None:
        html = self.form(editor, reverse("cop_terms:add"))
        assert html.count('class="cop-looks__swatch cop-palette--') == len(PALETTES)
        assert html.count('class="cop-mark"') == len(MARKS)
        assert html.count("By itself</label>") == 2
        assert self.chosen(html) == ([""], [""])

    def test_a_new_theme_is_offered_what_no_other_theme_has(
        self, editor: Any, themes: list[Term]
    ) -> None:
        Term.objects.filter(code="housing").update(palette="slate", mark="house")
        html = self.form(editor, reverse("cop_terms:add") + "?vocabulary=theme")
        used = TermTree.load().looks("theme")
        assert self.chosen(html) == ([first_unused(used).palette], [first_unused(used).mark])
        assert first_unused(used).palette not in {look.palette for look in used}

    def test_what_is_chosen_is_kept_and_can_be_taken_back(
        self, editor: Any, themes: list[Term]
    ) -> None:
        url = reverse("cop_terms:edit", args=[themes[0].pk])
        data = {
            "label_nl": "Water",
            "label_en": "Water",
            "broader": "",
            "successor": "",
            "sort_order": 0,
        }
        editor.post(url, {**data, "palette": "teal", "mark": "wave"})
        themes[0].refresh_from_db()
        assert (themes[0].palette, themes[0].mark) == ("teal", "wave")
        assert self.chosen(self.form(editor, url)) == (["teal"], ["wave"])

        editor.post(url, {**data, "palette": "", "mark": ""})
        themes[0].refresh_from_db()
        assert (themes[0].palette, themes[0].mark) == ("", "")

    def test_a_name_that_is_no_palette_is_refused(self, editor: Any, themes: list[Term]) -> None:
        url = reverse("cop_terms:edit", args=[themes[0].pk])
        response = editor.post(url, {"label_nl": "Water", "sort_order": 0, "palette": "neon"})
        assert "palette" in response.context["form"].errors
