"""Lists that an editor puts into a text; what they show is looked up when they are shown."""

import pytest
from wagtail.models import PageViewRestriction

from tests.catalog import factories
from tests.catalog.test_initiative_page import text_of


@pytest.fixture
def text(site):
    """Puts one block into the body of the list of good practices, and gives its address."""

    def put(kind, **value):
        site.practices.body = [(kind, value)]
        site.practices.save()
        return site.practices.url

    return put


def test_initiatives_are_the_newest_of_a_term(visit, site, text):
    for number in range(4):
        factories.make_initiative(site.catalogue, f"Digitaal {number}", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Circulair", terms=[site.circular])
    url = text("initiatives", heading="Om te beginnen", term="theme:digitalisation", number=3)

    page = text_of(visit(url))

    assert "Om te beginnen" in page
    assert [f"Digitaal {number}" in page for number in range(4)].count(True) == 3
    assert "Circulair Eén zin." not in page


def test_without_a_term_all_initiatives_count(visit, site, text):
    factories.make_initiative(site.catalogue, "Digitaal", terms=[site.digital])

    assert "Digitaal" in text_of(visit(text("initiatives", heading="", term="", number=3)))


def test_a_term_that_is_gone_shows_nothing(visit, site, text):
    factories.make_initiative(site.catalogue, "Digitaal", terms=[site.digital])
    url = text("initiatives", heading="Kop", term="theme:gone", number=3)

    assert "Kop" not in text_of(visit(url))


def test_a_private_initiative_is_in_no_block(visit, site, text):
    secret = factories.make_initiative(site.catalogue, "Geheim")
    url = text("initiatives", heading="Kop", term="", number=3)
    assert "Geheim" in text_of(visit(url))

    PageViewRestriction.objects.create(page=secret, restriction_type="login")

    assert "Geheim" not in visit(url).content.decode()


def test_themes_are_cards_with_a_count(visit, site, text):
    theme = factories.make_theme(site.themes, site.digital, introduction="Over data.")
    factories.make_initiative(site.catalogue, "Digitaal", terms=[site.digital])

    response = visit(text("themes", heading="Waar het over gaat"))

    assert f'<a href="{theme.url}">Digitalisering</a>' in response.content.decode()
    assert "Waar het over gaat Digitalisering Over data. 1 initiatief" in text_of(response)


def test_an_editor_picks_a_term_by_its_name(site):
    from django.utils import translation

    from cop_catalog.blocks import term_choices

    with translation.override("en"):
        assert term_choices() == [
            ("theme:circular", "Theme: Circular"),
            ("theme:digitalisation", "Theme: Digitalisation"),
        ]
