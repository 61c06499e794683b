"""Synonyms in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cop_search import outbox
from cop_search.models import Synonym
from tests.rights import client_of, page_of, person, words
from tests.search.desk.asking import SYNONYMS, address, errors, synonym_data
from tests.search.factories import locale, page
from tests.search.rules.making import default_site, synonym


def test_a_set_is_made_for_the_only_site_there_is(editor):
    form = page_of(editor.get(address(SYNONYMS, "add")))
    assert form.select_one("[name=locale] [selected]").text == "Dutch"
    assert form.select_one("[name=site]") is None

    editor.post(address(SYNONYMS, "add"), synonym_data("zzp’er, zelfstandige"))

    made = Synonym.objects.get()
    assert (made.words, made.site, made.locale) == (
        "zzp’er, zelfstandige",
        default_site(),
        locale("nl"),
    )


def test_an_arrow_is_read_as_one_way(editor):
    editor.post(address(SYNONYMS, "add"), synonym_data("mkb => ondernemer, bedrijf"))

    made = Synonym.objects.get()
    assert (made.words, made.also_finds) == ("mkb", "ondernemer, bedrijf")
    assert str(made) == "mkb → ondernemer, bedrijf"


def test_the_site_is_asked_for_where_there_are_more(editor, site):
    other = Site.objects.create(hostname="elders.example", root_page=site.english)

    editor.post(address(SYNONYMS, "add"), synonym_data("zzp, freelancer", site=other.pk))

    assert Synonym.objects.get().site == other


@pytest.mark.parametrize(
    ("given", "also_finds", "said"),
    [
        ("", "", ["Fill this in."]),
        (
            "zzp",
            "",
            ["Write two words or more with commas between, or fill in what they also find."],
        ),
        (
            "zzp, !?",
            "",
            ["“!?” holds no word that is searched for. Write another."],
        ),
        (
            "Café, zzp, cafe",
            "",
            ["“cafe” and “Café” are the same to the search. Keep one of them."],
        ),
        (
            "zzp",
            "rood oranje geel groen blauw paars bruin",
            ["“rood oranje geel groen blauw paars bruin” is too long: keep it to 6 words."],
        ),
        ("zzp", ", ".join(f"w{n}" for n in range(21)), ["Keep it to 20."]),
    ],
)
def test_what_cannot_be_a_synonym_is_said(editor, given, also_finds, said):
    answer = page_of(editor.post(address(SYNONYMS, "add"), synonym_data(given, also_finds)))

    assert errors(answer) == said
    assert not Synonym.objects.exists()


def test_the_listing_is_searched_and_filtered(editor):
    synonym("zzp’er, zelfstandige")
    synonym("mkb", "bedrijf")
    synonym("sme, company", language="en")

    def listed(query=""):
        screen = page_of(editor.get(address(SYNONYMS, "list") + query))
        return [words(title) for title in screen.select("td.title .title-wrapper")]

    assert listed() == ["mkb → bedrijf", "sme, company", "zzp’er, zelfstandige"]
    assert listed("?q=bedrijf") == ["mkb → bedrijf"]
    assert listed(f"?locale={locale('en').pk}") == ["sme, company"]


def test_the_listing_costs_the_same_for_three(editor):
    def statements():
        with CaptureQueriesContext(connection) as caught:
            editor.get(address(SYNONYMS, "list"))
        return len(caught)

    synonym("een, twee")
    statements()
    one = statements()
    synonym("drie, vier")
    synonym("vijf, zes", language="en")

    assert statements() == one


def test_the_effect_is_shown_and_nothing_is_saved(editor, site):
    page(site.home, "Zelfstandige worden")
    page(site.home, "Loket voor zzp’ers")
    outbox.work_off()
    data = synonym_data("zelfstandige, loket") | {"cop-effect": "1", "cop-effect-words": ""}

    screen = page_of(editor.post(address(SYNONYMS, "add"), data))

    assert words(screen.select_one(".cop-effect__answer")) == (
        "“zelfstandige”: now 1, after saving 2 results"
    )
    before, after = screen.select(".cop-effect__side")
    assert [words(each) for each in before.select("li")] == ["Zelfstandige worden"]
    # Which of the two goes first is for the engine to say.
    assert sorted(words(each).removesuffix(" was 1") for each in after.select("li")) == [
        "Loket voor zzp’ers new",
        "Zelfstandige worden",
    ]
    assert screen.select_one("[name=words]").text.strip() == "zelfstandige, loket"
    assert not Synonym.objects.exists()


def test_the_effect_of_a_change_is_held_against_what_is_saved(editor, site):
    page(site.home, "Zelfstandige worden")
    outbox.work_off()
    saved = synonym("zzp, zelfstandige")
    data = synonym_data("zzp, freelancer") | {"cop-effect": "1", "cop-effect-words": "zzp"}

    screen = page_of(editor.post(address(SYNONYMS, "edit", saved.pk), data))

    assert words(screen.select_one(".cop-effect__answer")) == (
        "“zzp”: now 1, after saving 0 results"
    )
    saved.refresh_from_db()
    assert saved.words == "zzp, zelfstandige"


def test_what_is_wrong_is_said_before_any_effect(editor):
    data = synonym_data("zzp") | {"cop-effect": "1", "cop-effect-words": "zzp"}

    screen = page_of(editor.post(address(SYNONYMS, "add"), data))

    assert errors(screen) != []
    assert screen.select_one(".cop-effect__answer") is None


def test_it_speaks_dutch(redacteur, site):
    screen = page_of(redacteur.get(address(SYNONYMS, "add")))
    assert words(screen.select_one("[name=cop-effect]")) == "Laat zien wat er verandert"

    data = synonym_data("zzp, freelancer") | {"cop-effect": "1"}
    screen = page_of(redacteur.post(address(SYNONYMS, "add"), data))

    assert words(screen.select_one(".cop-effect__answer")) == (
        "“zzp”: nu 0, na opslaan 0 resultaten"
    )
    assert "Bij deze woorden verandert er niets." in words(screen.select_one("#cop-effect"))


def test_who_has_no_right_comes_nowhere(stranger):
    saved = synonym("zzp, zelfstandige")
    for name, args in (("list", ()), ("add", ()), ("edit", (saved.pk,)), ("delete", (saved.pk,))):
        assert stranger.get(address(SYNONYMS, name, *args)).status_code == 302
    data = synonym_data("zzp, freelancer") | {"cop-effect": "1"}
    for name, args in (("add", ()), ("edit", (saved.pk,))):
        answer = stranger.post(address(SYNONYMS, name, *args), data)
        assert (answer.status_code, answer.url) == (302, "/admin/")


def test_who_may_only_look_sees_no_effect_of_an_own_rule(site):
    reader = client_of(person("Lees", models={Synonym: ("view",)}))

    answer = reader.post(
        address(SYNONYMS, "add"), synonym_data("zzp, freelancer") | {"cop-effect": "1"}
    )

    assert (answer.status_code, answer.url) == (302, "/admin/")
