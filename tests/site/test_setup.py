"""What ``cop_setup`` makes, keeps, tells and takes away."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import override
from wagtail.models import GroupPagePermission, Locale, Page, Site

from cop_blocks.models import (
    FactsOrigin,
    InformationPage,
    Organisation,
    SetupRecord,
    SiteSettings,
    Term,
    TermRow,
    Vocabulary,
)
from cop_blocks.setup import names, vocabularies
from cop_blocks.terms.start import START_VOCABULARIES
from cop_blocks.terms.start.themes import THEMES as THEMES_VOCABULARY
from cop_catalog.models import GoodPracticeIndexPage, InitiativeIndexPage, ThemeIndexPage, ThemePage
from cop_events.models import SessionIndexPage
from cop_search.models import SearchPage
from tests.site.fresh import home, translated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few_terms(monkeypatch: pytest.MonkeyPatch, request: Any) -> None:
    """Themes and three regions instead of a hundred terms; a test of all asks for ``all_terms``."""
    if "all_terms" not in request.fixturenames:
        regions = next(start for start in START_VOCABULARIES if start.code == "region")
        few = (THEMES_VOCABULARY, replace(regions, terms=regions.terms[:4]))
        for module in (vocabularies, names):
            monkeypatch.setattr(module, "START_VOCABULARIES", few)


@pytest.fixture
def all_terms() -> None:
    """The start vocabularies as they are."""


TREE = {
    "nl": [
        "Sessies",
        "Ondersteuning",
        "Thema’s",
        "Goede praktijken",
        "Zoeken",
        "Organisaties",
        "Contact",
        "Privacy",
        "Toegankelijkheid",
    ],
    "en": [
        "Sessions",
        "Support",
        "Themes",
        "Good practices",
        "Search",
        "Organisations",
        "Contact",
        "Privacy",
        "Accessibility",
    ],
}
THEMES = {
    "nl": ["Digitalisering", "Circulair en duurzaam", "Menselijk kapitaal", "Ecosysteem"],
    "en": ["Digitalisation", "Circular and sustainable", "Human capital", "Ecosystem"],
}


def setup(**options: Any) -> str:
    out = StringIO()
    with override("en"):
        call_command("cop_setup", stdout=out, no_color=True, **options)
    return out.getvalue()


def titles(parent: Any) -> list[str]:
    return [page.title for page in Page.objects.get(pk=parent.pk).get_children()]


def everything() -> dict[str, list[Any]]:
    """The rows that setup could write."""
    models = [Page, Term, Vocabulary, Group, Locale, SetupRecord, SiteSettings, FactsOrigin]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_a_site_in_one_language_gets_its_tree() -> None:
    page = home("nl")

    setup(languages="nl")

    assert titles(page) == TREE["nl"]
    assert titles(ThemeIndexPage.objects.get()) == THEMES["nl"]
    assert not Page.objects.filter(live=False).exists()


def test_each_language_with_a_home_page_gets_the_tree_in_its_own_words() -> None:
    page = home("nl")
    english = translated(page)

    setup()

    assert titles(page) == TREE["nl"]
    assert titles(english) == TREE["en"]
    assert titles(ThemeIndexPage.objects.get(locale=english.locale)) == THEMES["en"]
    assert not Page.objects.filter(live=False).exists()


def test_the_pages_are_translations_of_one_another() -> None:
    page = home("nl")
    english = translated(page)

    setup()

    for model in (SessionIndexPage, InitiativeIndexPage, GoodPracticeIndexPage, SearchPage):
        dutch = model.objects.get(locale=page.locale)
        assert dutch.get_translation(english.locale).live
    themes = ThemePage.objects.filter(locale=page.locale)
    assert {theme.get_translation(english.locale).slug for theme in themes} == {
        "digitalisation",
        "circular-and-sustainable",
        "human-capital",
        "ecosystem",
    }


def test_a_theme_page_carries_its_theme_in_each_language() -> None:
    translated(home("nl"))

    setup()

    codes = {
        (page.locale.language_code, page.title): [row.tag.code for row in page.cop_term_rows.all()]
        for page in ThemePage.objects.all()
    }
    assert codes["nl", "Menselijk kapitaal"] == ["human-capital"]
    assert codes["en", "Human capital"] == ["human-capital"]


def test_a_site_in_english_alone_gets_english_words() -> None:
    page = home("en")

    setup(languages="en")

    assert titles(page) == TREE["en"]
    assert set(Group.objects.filter(name__startswith="CoP").values_list("name", flat=True)) == {
        "CoP editors",
        "CoP moderators",
        "CoP translators",
        "CoP organisations’ editors",
    }


def test_the_settings_of_the_site_point_at_its_pages() -> None:
    page = home("nl")

    setup(languages="nl")

    settings = SiteSettings.for_site(Site.objects.get())
    found = [settings.contact_page, settings.privacy_page, settings.accessibility_page]
    assert [page.title for page in found] == ["Contact", "Privacy", "Toegankelijkheid"]
    assert all(found_page.get_parent().pk == page.pk for found_page in found)


def test_the_tree_can_stand_beneath_another_page() -> None:
    page = home("nl")
    below = page.add_child(instance=InformationPage(title="Mkb", slug="mkb", locale=page.locale))

    setup(languages="nl", parent="/nl/mkb/")

    assert titles(page) == ["Mkb"]
    assert titles(below) == TREE["nl"]


def test_run_again_it_writes_nothing() -> None:
    translated(home("nl"))
    setup()
    before = everything()

    told = setup()

    assert everything() == before
    assert told.startswith("0 made")


def test_a_dry_run_tells_what_it_would_make_and_writes_nothing() -> None:
    translated(home("nl"))
    before = everything()

    told = setup(dry_run=True)

    assert everything() == before
    made = [line[2:] for line in told.splitlines() if line.startswith("+ ")]
    for title in ("Sessies (nl)", "Sessions (en)", "Digitalisering (nl)", "CoP-redacteuren"):
        assert title in made
    assert told.endswith("This was a dry run: nothing was written.\n")


def test_a_dry_run_promises_as_much_as_a_run_makes() -> None:
    translated(home("nl"))

    promised = [line for line in setup(dry_run=True).splitlines() if line.startswith("+")]
    made = [line for line in setup().splitlines() if line.startswith("+")]

    assert [line for line in made if "index" not in line] == promised


def test_what_an_editor_changed_stays_as_it_is() -> None:
    home("nl")
    setup(languages="nl")
    page = SessionIndexPage.objects.get()
    page.title = "Bijeenkomsten"
    page.save_revision().publish()
    before = everything()

    setup(languages="nl")

    assert everything() == before


def test_a_page_that_an_editor_deleted_does_not_come_back() -> None:
    home("nl")
    setup(languages="nl")
    GoodPracticeIndexPage.objects.get().delete()

    told = setup(languages="nl")

    assert not GoodPracticeIndexPage.objects.exists()
    assert "! Goede praktijken (nl): removed since, not made again" in told


def test_a_page_that_an_editor_made_is_used() -> None:
    page = home("nl")
    own = page.add_child(instance=SearchPage(title="Vinden", slug="vinden", locale=page.locale))

    setup(languages="nl")

    assert [found.pk for found in SearchPage.objects.all()] == [own.pk]
    assert not SetupRecord.objects.filter(key__contains=":search:").exists()


def test_a_taken_address_is_left_to_its_page() -> None:
    page = home("nl")
    page.add_child(instance=InformationPage(title="Sessies", slug="sessies", locale=page.locale))

    setup(languages="nl")

    assert SessionIndexPage.objects.get().slug == "sessies-1"


def test_a_language_that_joins_later_gets_names_for_the_terms_that_nobody_changed() -> None:
    page = home("nl")
    setup(languages="nl")
    changed = Term.objects.get(code="circular")
    changed.labels.update(label="Kringloop")
    translated(page)

    setup()

    labels = {
        term.code: {label.language: label.label for label in term.labels.all()}
        for term in Term.objects.filter(code__in=["circular", "human-capital"])
    }
    assert labels == {
        "circular": {"nl": "Kringloop"},
        "human-capital": {"nl": "Menselijk kapitaal", "en": "Human capital"},
    }


def test_all_start_terms_are_made_and_taken_away(all_terms: None) -> None:
    home("nl")

    setup(languages="nl")

    assert Vocabulary.objects.count() == len(START_VOCABULARIES)
    assert Term.objects.count() == sum(len(start.terms) for start in START_VOCABULARIES)
    setup(remove=True)
    assert not Vocabulary.objects.exists()


def test_an_addition_to_the_themes_gets_its_page_at_the_next_run() -> None:
    home("nl")
    setup(languages="nl")
    theme = Vocabulary.objects.get(code="theme")
    term = Term(vocabulary=theme, code="health", sort_order=9)
    term.labels.create(language="nl", label="Gezondheid")
    term.full_clean()
    term.save()

    setup(languages="nl")

    assert titles(ThemeIndexPage.objects.get()) == [*THEMES["nl"], "Gezondheid"]


def test_a_page_without_words_in_its_language_is_a_draft() -> None:
    translated(home("nl"))
    theme = Vocabulary.objects.create(code="theme")
    term = Term(vocabulary=theme, code="health")
    term.labels.create(language="nl", label="Gezondheid")
    term.full_clean()
    term.save()

    setup()

    assert {page.locale.language_code: page.live for page in ThemePage.objects.all()} == {
        "nl": True,
        "en": False,
    }


# A language without a home page


def test_a_language_without_a_home_page_says_which_steps_are_missing() -> None:
    home("nl")

    told = setup(languages="nl,en")

    assert not Locale.objects.filter(language_code="en").exists()
    [line] = [line for line in told.splitlines() if line.startswith("!")]
    assert "add the language under Settings > Locales" in line
    assert "translate the page “Thuis”" in line
    assert "--create-home" in line


def test_a_language_that_was_added_needs_one_step_less() -> None:
    home("nl")
    Locale.objects.create(language_code="en")

    told = setup()

    [line] = [line for line in told.splitlines() if line.startswith("!")]
    assert "add the language" not in line
    assert "translate the page “Thuis”" in line


def test_create_home_makes_a_draft_with_drafts_beneath_it() -> None:
    page = home("nl")

    setup(languages="nl,en", create_home=True)

    english = page.get_translation(Locale.objects.get(language_code="en"))
    assert (english.title, english.live) == ("Thuis (en)", False)
    assert titles(english) == TREE["en"]
    live = {item.locale.language_code for item in Page.objects.live().filter(depth__gt=1)}
    assert live == {"nl"}


def test_create_home_translates_what_the_parent_stands_beneath() -> None:
    page = home("nl")
    page.add_child(instance=InformationPage(title="Mkb", slug="mkb", locale=page.locale))

    setup(languages="nl,en", create_home=True, parent="mkb")

    english = page.get_translation(Locale.objects.get(language_code="en"))
    assert titles(english) == ["Mkb (en)"]
    assert titles(Page.objects.get(slug="mkb", locale=english.locale)) == TREE["en"]


def test_a_home_page_made_by_setup_is_used_the_next_time() -> None:
    home("nl")
    setup(languages="nl,en", create_home=True)
    before = everything()

    setup(languages="nl,en", create_home=True)

    assert everything() == before


def test_languages_asked_for_one_by_one_are_translations_of_one_another() -> None:
    english = translated(home("nl"))
    setup(languages="nl")

    setup(languages="en")

    series = SessionIndexPage.objects.get(locale=english.locale)
    assert series.get_translations().get().title == "Sessies"
    assert not Page.objects.filter(live=False).exists()


def test_the_second_language_may_come_first() -> None:
    english = translated(home("nl"))
    setup(languages="en")

    setup()

    assert titles(english) == TREE["en"]
    assert SessionIndexPage.objects.values("translation_key").distinct().count() == 1


def test_a_page_made_by_hand_is_translated() -> None:
    page = home("nl")
    page.add_child(instance=SearchPage(title="Vinden", slug="vinden", locale=page.locale))
    english = translated(page)

    setup(languages="en")

    found = SearchPage.objects.get(locale=english.locale)
    assert (found.title, found.live) == ("Search", False)
    assert found.get_translations().get().title == "Vinden"


def test_an_edited_source_is_translated_as_a_draft() -> None:
    page = home("nl")
    setup(languages="nl")
    source = InitiativeIndexPage.objects.get()
    source.introduction = "Eigen woorden van de redactie."
    source.save_revision().publish()

    translated(page)
    setup()

    live = {item.title: item.live for item in Page.objects.filter(locale__language_code="en")}
    assert (live["Support"], live["Sessions"]) == (False, True)


# Mistakes


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"languages": "nl,xx"}, "“xx” is not a language of this site. Known: nl, en."),
        ({"languages": " , "}, "--languages is empty. Known: nl, en."),
        ({"site": "elders.nl"}, "No site has the host name “elders.nl”. Known: localhost:80."),
        ({"site": "localhost:81"}, "No site has the host name “localhost:81”."),
        (
            {"parent": "/nl/bestaat-niet/"},
            "There is no page at “/nl/bestaat-niet/”: “Thuis” has no page “bestaat-niet”",
        ),
    ],
)
def test_a_mistake_is_told_and_writes_nothing(options: dict[str, str], message: str) -> None:
    home("nl")
    before = everything()

    with pytest.raises(CommandError) as caught:
        setup(**options)

    assert message in str(caught.value)
    assert everything() == before


def test_a_database_without_a_site_is_told() -> None:
    Site.objects.all().delete()

    with pytest.raises(CommandError, match="There is no site yet"):
        setup()


# Taking away


def test_remove_takes_away_all_that_nobody_changed() -> None:
    page = home("nl")
    translated(page)
    before = everything()
    setup()

    setup(remove=True)

    left = everything()
    before["Page"] = left["Page"] = [row["title"] for row in left["Page"]]
    assert left == before
    assert before["Page"] == ["Root", "Welcome", "Thuis", "Thuis"]


def test_remove_takes_away_a_home_page_and_a_language_that_setup_made() -> None:
    home("nl")
    setup(languages="nl,en", create_home=True)

    setup(remove=True)

    assert not Locale.objects.filter(language_code="en").exists()
    assert [page.title for page in Page.objects.filter(depth__gt=2)] == []


def test_remove_leaves_what_was_changed_and_says_why() -> None:
    page = home("nl")
    setup(languages="nl")
    search = SearchPage.objects.get()
    search.title = "Vinden"
    search.save_revision().publish()

    told = setup(remove=True)

    assert titles(page) == ["Vinden"]
    assert "! Vinden (nl): left, it was changed since setup made it" in told


def test_remove_keeps_the_settings_in_which_somebody_chose_a_page() -> None:
    page = home("nl")
    setup(languages="nl")
    settings = SiteSettings.objects.get()
    settings.contact_page = page
    settings.save()

    told = setup(remove=True)

    kept = SiteSettings.objects.get()
    assert (kept.contact_page_id, kept.privacy_page_id) == (page.pk, None)
    assert "! Settings of the site: left, somebody chose a page in it" in told


def test_remove_leaves_a_draft_of_an_editor_alone() -> None:
    page = home("nl")
    setup(languages="nl")
    search = SearchPage.objects.get()
    search.introduction = "Nog niet klaar."
    search.save_revision()

    setup(remove=True)

    assert titles(page) == ["Zoeken"]


def test_remove_leaves_a_page_with_pages_of_an_editor() -> None:
    page = home("nl")
    setup(languages="nl")
    series = SessionIndexPage.objects.get()
    series.add_child(instance=SessionIndexPage(title="2026", slug="2026", locale=series.locale))

    told = setup(remove=True)

    assert titles(page) == ["Sessies"]
    assert "! Sessies (nl): left, it has pages beneath it" in told


def test_remove_leaves_a_theme_that_is_in_use() -> None:
    page = home("nl")
    setup(languages="nl")
    term = Term.objects.get(vocabulary__code="theme", code="circular")
    TermRow.objects.create(content_object=page, tag=term)

    told = setup(remove=True)

    assert list(Term.objects.all()) == [term]
    assert [vocabulary.code for vocabulary in Vocabulary.objects.all()] == ["theme"]
    assert "it is used on 1 page" in told


def test_remove_leaves_the_region_of_an_organisation_and_what_it_lies_within() -> None:
    home("nl")
    setup(languages="nl")
    region = Term.objects.get(vocabulary__code="region", code="haaglanden")
    Organisation.objects.create(name="Loket", region=region)

    setup(remove=True)

    assert {term.code for term in Term.objects.all()} == {"nl", "zuid-holland", "haaglanden"}


def test_remove_leaves_a_group_with_members(django_user_model: Any) -> None:
    home("nl")
    setup(languages="nl")
    group = Group.objects.get(name="CoP-redacteuren")
    group.user_set.add(django_user_model.objects.create_user("ed"))

    told = setup(remove=True)

    assert [found.name for found in Group.objects.filter(name__startswith="CoP")] == [group.name]
    assert "CoP-redacteuren: left, it has 1 member" in told


def test_remove_of_one_language_leaves_the_others() -> None:
    page = home("nl")
    english = translated(page)
    setup()

    setup(remove=True, languages="en")

    assert titles(page) == TREE["nl"]
    assert titles(english) == []
    assert Term.objects.exists()
    assert Group.objects.filter(name="CoP-redacteuren").exists()
    setup(remove=True)
    assert not SetupRecord.objects.exists()


def test_a_dry_run_of_remove_tells_the_same_and_writes_nothing() -> None:
    translated(home("nl"))
    setup()
    before = everything()

    promised = setup(remove=True, dry_run=True).splitlines()

    assert everything() == before
    done = setup(remove=True).splitlines()
    assert promised[:-1] == done[: len(promised) - 1]
    assert done[len(promised) - 1].startswith("What stands of ours now")


def test_after_remove_setup_makes_it_all_again() -> None:
    page = home("nl")
    setup(languages="nl")
    setup(remove=True)

    setup(languages="nl")

    assert titles(page) == TREE["nl"]


def test_rights_that_were_changed_by_hand_stay() -> None:
    page = home("nl")
    setup(languages="nl")
    group = Group.objects.get(name="CoP-redacteuren")
    GroupPagePermission.objects.filter(group=group).first().delete()
    translated(page)
    before = GroupPagePermission.objects.filter(group=group).count()

    told = setup()

    assert GroupPagePermission.objects.filter(group=group).count() == before
    assert "! CoP-redacteuren: changed by hand, so its rights stay as they are" in told


def test_untouched_groups_reach_the_pages_of_a_new_language() -> None:
    page = home("nl")
    setup(languages="nl")
    english = translated(page)

    setup()

    group = Group.objects.get(name="CoP-redacteuren")
    paths = GroupPagePermission.objects.filter(group=group).values_list("page__path", flat=True)
    assert {path for path in paths if path.startswith(english.path)} == set(
        Page.objects.get(pk=english.pk).get_children().values_list("path", flat=True)
    )
