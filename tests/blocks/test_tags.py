"""``{% load cop_blocks %}``: what each tag prints."""

from collections import defaultdict
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from cop_blocks import sections
from cop_blocks.models import Term, TermLabel, TermRow, Vocabulary
from cop_blocks.sections import Section, register_section
from tests.blocks.site_factories import (
    home,
    made_private,
    page_below,
    request_for,
    site_settings,
    translated,
)

pytestmark = pytest.mark.django_db


def rendered(template: str, page: Any = None, **context: Any) -> str:
    request = context.pop("request", request_for())
    html = Template("{% load cop_blocks %}" + template).render(
        Context({"page": page, "request": request, **context})
    )
    return " ".join(html.split())


class TestSections:
    def test_what_other_apps_have_to_say_is_shown_in_order(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sections, "_providers", defaultdict(list))
        template = "cop_blocks/includes/terms.html"
        for name, order in (("last", 200), ("first", 10)):
            register_section(
                "test.main",
                lambda subject, request, name=name: Section(template, {"terms": [name, subject]}),
                order=order,
            )
        html = rendered('{% cop_sections "test.main" subject %}', subject="<b>")
        assert html.index("first") < html.index("last")
        assert html.count("&lt;b&gt;") == 2

    def test_nobody_with_anything_to_say_is_nothing(self) -> None:
        register_section("test.silent", lambda subject, request: None)
        assert rendered('{% cop_sections "test.silent" None %}') == ""
        assert rendered('{% cop_sections "test.unknown" None %}') == ""


class TestPageUrl:
    def test_it_is_the_address_in_the_language_of_the_reader(self) -> None:
        dutch_home = home()
        translated(dutch_home)
        page = page_below(dutch_home, "Regeling")
        translated(page, slug="scheme")
        assert rendered("{% cop_page_url page %}", page) == "/nl/regeling/"
        with override("en"):
            assert rendered("{% cop_page_url page %}", page) == "/en/scheme/"

    def test_without_a_public_translation_there_is_none(self) -> None:
        dutch_home = home()
        translated(dutch_home)
        page = page_below(dutch_home, "Regeling")
        made_private(translated(page))
        with override("en"):
            assert rendered("{% cop_page_url page %}", page) == ""

    def test_no_page_has_no_address(self) -> None:
        assert rendered("{% cop_page_url page %}") == ""


class TestBreadcrumbs:
    def test_they_lead_from_the_home_page_down_to_the_page(self) -> None:
        parent = page_below(home(), "Sessies")
        html = rendered("{% cop_breadcrumbs %}", page_below(parent, "Sessie <1>"))
        assert '<a href="/nl/">Thuis</a>' in html
        assert '<a href="/nl/sessies/">Sessies</a>' in html
        assert '<li aria-current="page">Sessie &lt;1&gt;</li>' in html
        assert '"item": "http://localhost/nl/sessies/"' in html

    def test_they_start_at_the_home_page_of_the_language(self) -> None:
        english_home = translated(home(), title="Home")
        html = rendered("{% cop_breadcrumbs %}", page_below(english_home, "About"))
        assert '<a href="/en/">Home</a>' in html
        assert "Thuis" not in html

    def test_they_pass_by_what_is_not_public(self) -> None:
        draft = page_below(home(), "Concept", live=False)
        html = rendered("{% cop_breadcrumbs %}", page_below(draft, "Kind"))
        assert "Concept" not in html

    def test_the_home_page_and_an_unsaved_page_have_none(self) -> None:
        dutch_home = home()
        assert rendered("{% cop_breadcrumbs %}", dutch_home) == ""
        assert rendered("{% cop_breadcrumbs %}", type(dutch_home)(title="Nieuw")) == ""

    @pytest.mark.parametrize("depth", [1, 4])
    def test_depth_costs_no_queries(
        self, depth: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        page = home()
        for i in range(depth):
            page = page_below(page, f"Niveau {i}")
        request = request_for()
        # The site, the ancestors, and two for the addresses of sites.
        with django_assert_num_queries(4):
            rendered("{% cop_breadcrumbs %}", page, request=request)


class TestLanguageSwitcher:
    def test_each_language_is_a_link_in_its_own_name(self) -> None:
        dutch_home = home()
        translated(dutch_home)
        html = rendered("{% cop_language_switcher %}", dutch_home)
        assert '<a href="/nl/" lang="nl" hreflang="nl" aria-current="true">Nederlands</a>' in html
        assert '<a href="/en/" lang="en" hreflang="en">English</a>' in html

    def test_one_language_is_no_choice(self) -> None:
        assert rendered("{% cop_language_switcher %}", home()) == ""


class TestHead:
    def test_the_stylesheet_is_there_once(self) -> None:
        html = rendered("{% cop_head %}{% cop_head %}{% cop_stylesheet %}", home())
        assert html.count("cop_blocks/cop.css") == 1

    def test_where_the_head_has_no_room_it_comes_with_the_content(self) -> None:
        assert "cop_blocks/cop.css" in rendered("{% cop_stylesheet %}", home())

    def test_a_page_describes_itself(self) -> None:
        page = page_below(home(), "Regeling", introduction='Voor "mkb" <en> zzp')
        html = rendered("{% cop_head %}", page)
        description = 'content="Voor &quot;mkb&quot; &lt;en&gt; zzp"'
        assert f'<meta name="description" {description}>' in html
        assert f'<meta property="og:description" {description}>' in html

    def test_the_editors_description_goes_first_and_is_not_repeated(self) -> None:
        """The host's own base template already has it as the description."""
        page = page_below(home(), "Regeling", introduction="Kort", search_description="Eigen")
        html = rendered("{% cop_head %}", page)
        assert 'name="description"' not in html
        assert '<meta property="og:description" content="Eigen">' in html


class TestTerms:
    def page_with_terms(self) -> Any:
        vocabulary = Vocabulary.objects.create(code="theme")
        page = page_below(home())
        for order, (code, label) in enumerate({"b": "Tweede <b>", "a": "Eerste"}.items()):
            term = Term.objects.create(
                vocabulary=vocabulary, code=code, name=f"theme.{code}", slug=f"theme--{code}"
            )
            TermLabel.objects.create(term=term, language="nl", label=label)
            TermRow.objects.create(content_object=page, tag=term, sort_order=order)
        return page

    def test_terms_are_shown_by_name_in_the_order_of_the_page(self) -> None:
        assert rendered('{% cop_terms page "theme" %}', self.page_with_terms()) == (
            '<ul class="cop-tags"><li class="cop-tag cop-palette--green">'
            'Tweede &lt;b&gt;</li><li class="cop-tag cop-palette--indigo">Eerste</li></ul>'
        )

    def test_a_vocabulary_that_the_page_does_not_carry_prints_nothing(self) -> None:
        assert rendered('{% cop_terms page "region" %}', self.page_with_terms()) == ""


class TestFooterLinks:
    def test_only_what_is_filled_in_is_linked_to(self) -> None:
        site_settings(privacy_page=page_below(home(), "Privacyverklaring"))
        with override("en"):
            html = rendered("{% cop_footer_links %}")
        assert html == ""
        html = rendered("{% cop_footer_links %}")
        assert 'href="/nl/privacyverklaring/"' in html
        assert html.count("<li>") == 1

    def test_contact_is_a_mail_where_there_is_no_contact_page(self) -> None:
        home()
        site_settings(contact_email="cop@example.org")
        assert 'href="mailto:cop@example.org"' in rendered("{% cop_footer_links %}")


def test_asking_a_question_is_an_address() -> None:
    page = page_below(home(), "Sessie")
    site_settings(contact_page=page_below(home(), "Contact"))
    assert rendered("{% cop_ask_url page %}", page) == f"/nl/contact/?about={page.pk}"


def test_nothing_is_no_structured_data() -> None:
    assert rendered("{% cop_json_ld nothing %}", nothing=None) == ""


@pytest.mark.parametrize(
    "tag",
    ["cop_head", "cop_breadcrumbs", "cop_language_switcher", "cop_footer_links", "cop_ask_url"],
)
def test_tags_print_nothing_but_styles_without_a_request(tag: str) -> None:
    html = rendered(f"{{% {tag} %}}", request=None)
    assert "href" not in html.replace('<link rel="stylesheet" href', "")


def test_pages_extend_the_base_template_of_the_host(settings: Settings, client: Any) -> None:
    home()
    settings.COP_BASE_TEMPLATE = "wagtailcore/shared/block_preview.html"
    answer = client.get("/nl/", headers={"host": "localhost"})
    assert [template.name for template in answer.templates][:3] == [
        "cop_blocks/information_page.html",
        "cop_blocks/base.html",
        "wagtailcore/shared/block_preview.html",
    ]
    # It has no block "extra_css", so the stylesheet comes with the content.
    assert answer.content.decode().count("cop_blocks/cop.css") == 1
