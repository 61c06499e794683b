"""“Help with this translation”: what is known of each text, and the buttons that approve."""

from functools import partial

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation as language
from wagtail.models import ModelLogEntry, PageLogEntry

from cop_blocks.translation import seams
from cop_blocks.translation.helps.gathering import gather
from cop_blocks.translation.helps.views import help_url
from tests.blocks.facts.factories import fresh
from tests.blocks.terms.factories import term, vocabulary
from tests.rights import client_of, page_of, words
from tests.translation.help.test_po import BODY, LINK, change, offer
from tests.translation.help.texts import counted, of, said, say, segment, submitted

__all__ = ["offer"]

pytestmark = pytest.mark.django_db


def told(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)][-1:]


def texts_on(page):
    """By the text of the source: the terms of the list below it, each with what it says."""
    found = {}
    for section in page.select("section.cop-help__text"):
        facts = dict(
            zip(map(words, section.select("dt")), map(words, section.select("dd")), strict=True)
        )
        found[facts.pop("Source")] = facts
    return found


@pytest.fixture
def translator(world):
    return client_of(world.people["translator_en"])


def test_each_text_shows_what_is_known_of_it(world, translator, offer):
    term(vocabulary("topic"), "sentence", "Clause", "Zin")
    say(submitted("<p>Tweede zin</p>", title="Ander"), "Tweede zin", "Sentence two")
    say(offer, "Dag {name}", "Hi 3")
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"), summary="Dag {name}")

    found = texts_on(page_of(translator.get(help_url(offer.pk))))

    assert found == {
        "Dag {name}": {
            "Translation": "Hi 3 The placeholder {name} is missing. "
            "The number 3 is not in the source."
        },
        "Eerste mooie zin": {
            "Translation": "Not translated yet.",
            "What changed in the source": "Eerste mooie zin",
            "Translation before the change": "First sentence",
            "Terms": "Zin → Clause",
        },
        "Tweede zin": {
            "Translation": "Second sentence By Dummy, not approved by a person yet.",
            "Translated elsewhere": "Sentence two (Ander)",
            "Terms": "Zin → Clause",
        },
    }


def test_the_difference_is_marked_and_texts_say_their_language(translator, offer):
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    page = page_of(translator.get(help_url(offer.pk)))
    assert "Help with this translation" in words(page.select_one("header"))
    assert [words(each) for each in page.select("dd[lang=nl] ins")] == ["mooie"]
    assert words(page.select_one("dt:-soup-contains('before the change') + dd[lang=en]")) == (
        "First sentence"
    )


def test_each_text_leads_to_its_place_in_the_editor(translator, offer):
    page = page_of(translator.get(help_url(offer.pk)))
    target = offer.get_target_instance()
    [link] = page.select("section.cop-help__text h3 a")
    number = segment(offer, "Tweede zin").pk
    assert link["href"] == (
        reverse("wagtailadmin_pages:edit", args=[target.pk]) + f"#cop-segment-{number}"
    )


@pytest.mark.parametrize(
    ("show", "sources"),
    [
        ("", ["Dag {name}", "Eerste mooie zin", "Tweede zin"]),
        ("?show=changed", ["Eerste mooie zin"]),
        ("?show=machine", ["Tweede zin"]),
        ("?show=check", ["Dag {name}"]),
        ("?show=nonsense", ["Dag {name}", "Eerste mooie zin", "Tweede zin"]),
    ],
)
def test_a_choice_shows_some_of_the_texts(translator, offer, show, sources):
    say(offer, "Dag {name}", "Hi")
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    page = page_of(translator.get(help_url(offer.pk) + show))
    assert list(texts_on(page)) == sources
    assert [words(each) for each in page.select(".cop-help__choices a")] == [
        "All with help (3)",
        "Changed in the source (1)",
        "Not approved yet (1)",
        "To be checked (1)",
    ]


def button(page, text):
    sections = page.select("section.cop-help__text")
    [section] = [each for each in sections if text in words(each.select_one("dd"))]
    return section.select_one("button[name=approve]")


def test_one_text_is_approved_as_it_was_shown(world, translator, offer):
    pressed = button(page_of(translator.get(help_url(offer.pk))), "Tweede zin")
    response = translator.post(help_url(offer.pk), {"approve": pressed["value"], "next": "/cms/"})
    row = offer.target_locale.string_translations.get(translation_of__data="Tweede zin")
    entry = PageLogEntry.objects.get(action="cop_translation.approve")

    assert (response.status_code, response.url) == (302, "/cms/")
    assert told(response) == ["1 text is approved."]
    assert (row.translation_type, row.tool_name) == ("manual", "")
    assert row.last_translated_by == world.people["translator_en"]
    assert entry.page_id == offer.get_target_instance().pk
    with language.override("en"):
        assert entry.message == "Approved 1 text that a machine translated"


def test_all_that_is_shown_is_approved(translator, offer):
    say(offer, LINK, 'Read <a id="a1">this</a>', machine=True)
    page = page_of(translator.get(help_url(offer.pk)))
    shown = page.select_one("input[name=shown]")["value"]
    say(offer, "Dag {name}", "Hi {name}", machine=True)  # came later, was not shown
    response = translator.post(help_url(offer.pk), {"approve": "all", "shown": shown})
    assert told(response) == ["2 texts are approved."]
    assert {text: kind for text, (_, kind) in said(offer).items()} == {
        "Eerste zin": "manual",
        "Tweede zin": "manual",
        LINK: "manual",
        "Dag {name}": "machine",
    }


def test_a_text_that_changed_since_it_was_shown_is_not_approved(translator, offer):
    pressed = button(page_of(translator.get(help_url(offer.pk))), "Tweede zin")
    offer.target_locale.string_translations.filter(data="Second sentence").update(data="Other")
    response = translator.post(help_url(offer.pk), {"approve": pressed["value"]})
    assert told(response) == ["What was changed in the meantime is not approved. Look once more."]
    assert said(offer)["Tweede zin"] == ("Other", "machine")


@pytest.mark.parametrize("value", ["", "x", "-", "1-", "9" * 50, "²-x", "all", "1-x 2-y"])
def test_a_button_that_was_never_shown_approves_nothing(translator, offer, value):
    before = said(offer)
    response = translator.post(help_url(offer.pk), {"approve": value})
    assert (response.status_code, said(offer)) == (302, before)


def test_a_text_with_an_error_waits_for_its_correction(translator, offer):
    offer.target_locale.string_translations.filter(data="Second sentence").update(has_error=True)
    page = page_of(translator.get(help_url(offer.pk)))
    assert "was refused with an error" in texts_on(page)["Tweede zin"]["Translation"]
    assert page.select("button[name=approve]") == []


def test_only_who_may_translate_approves_and_only_who_may_see_looks(world, translator, offer):
    value = button(page_of(translator.get(help_url(offer.pk))), "Tweede zin")["value"]
    before = said(offer)
    editor = client_of(world.people["editor_nl"])
    assert page_of(editor.get(help_url(offer.pk))).select("[name=approve], [type=file]") == []
    refused = [
        client_of(world.people[role]).post(help_url(offer.pk), {"approve": value})
        for role in ("editor_nl", "translator_fr")
    ]
    assert [response.status_code for response in refused] == [302, 302]
    looked = client_of(world.people["translator_fr"]).get(help_url(offer.pk))
    assert (looked.status_code, said(offer)) == (302, before)


def test_a_page_that_somebody_locked_takes_no_approval(world, translator, offer):
    value = button(page_of(translator.get(help_url(offer.pk))), "Tweede zin")["value"]
    fresh(offer.get_target_instance(), locked=True).save()
    assert page_of(translator.get(help_url(offer.pk))).select("[name=approve]") == []
    translator.post(help_url(offer.pk), {"approve": value})
    assert said(offer)["Tweede zin"] == ("Second sentence", "machine")


def editor(client, offer):
    return page_of(
        client.get(reverse("wagtailadmin_pages:edit", args=[offer.get_target_instance().pk]))
    )


def test_the_editor_has_the_help_in_a_side_panel(translator, offer):
    page = editor(translator, offer)
    [panel] = [
        each
        for each in page.select("[data-side-panel=cop-translation-help]")
        if each.select("section")
    ]
    assert list(texts_on(panel)) == ["Tweede zin"]
    assert panel.select_one("h3 a")["href"] == f"#cop-segment-{segment(offer, 'Tweede zin').pk}"
    assert words(page.select_one(".cop-help__way a")) == "Help with this translation"
    assert page.select_one(".js-translation-editor")["data-props"]


def test_without_the_guard_the_editor_is_wagtail_localizes_own(translator, offer):
    with seams.taken_off():
        page = editor(translator, offer)
    assert page.select("[data-side-panel=cop-translation-help], .cop-help__way") == []


def test_a_snippet_has_help_too(world):
    leaflet = of(world.leaflet)
    say(leaflet, "Folder", "Leaflet", machine=True)
    client = client_of(world.people["translator_en"])
    page = page_of(client.get(help_url(leaflet.pk)))
    value = button(page, "Folder")["value"]
    assert told(client.post(help_url(leaflet.pk), {"approve": value})) == ["1 text is approved."]
    assert ModelLogEntry.objects.filter(action="cop_translation.approve").count() == 1
    target = world.target(world.leaflet)
    url = reverse(target.snippet_viewset.get_url_name("edit"), args=[target.pk])
    assert page_of(client.get(url)).select_one("[data-side-panel=cop-translation-help]")


def test_fifty_texts_take_the_statements_of_one(world, translator):
    one = submitted("<p>Zin</p>", title="Een")
    many = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Veel")
    other = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Ander")
    say(one, "Zin", "Sentence", machine=True)
    for number in range(50):
        say(many, f"Zin {number}", f"Sentence {number}", machine=True)
        say(other, f"Zin {number}", f"Line {number}")
    user = world.people["translator_en"]
    for each in (one, many):
        gather(each, user)

    assert counted(lambda: gather(many, user)) == counted(lambda: gather(one, user)) <= 7
    look = [counted(lambda each=each: translator.get(help_url(each.pk))) for each in (one, many)]
    assert look[0] == look[1]
    pages = [page_of(translator.get(help_url(each.pk))) for each in (one, many)]
    shown = [page.select_one("input[name=shown]")["value"] for page in pages]
    approved = [
        counted(partial(translator.post, help_url(each.pk), {"approve": "all", "shown": names}))
        for each, names in zip((one, many), shown, strict=True)
    ]
    assert approved[0] == approved[1]
