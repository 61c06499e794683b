"""Translation by a machine: the memory first, never an error, never over a person's text."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation as language

from cop_blocks.translation.machine.filling import Problem, fill
from cop_blocks.translation.machine.telling import said as told
from tests.rights import client_of
from tests.translation.help import translators
from tests.translation.help.texts import said, say, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anew():
    translators.Translator.calls = []
    translators.Slow.released.clear()


@pytest.fixture
def use(settings):
    def set_translator(name, seconds=20.0):
        settings.COP_TRANSLATION_MACHINE_TIMEOUT = seconds
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{translators.__name__}.{name}"}

    return set_translator


@pytest.fixture
def offer(world):
    return submitted("<p>Eerste zin</p><p>Tweede zin</p>", title="Aanbod", slug="aanbod")


def filled(world, translation, **options):
    return fill(translation, world.people["translator_en"], **options)


def test_the_memory_goes_first_and_the_machine_does_the_rest(world, offer, use):
    use("Translator")
    say(submitted("<p>Eerste zin</p>", title="Ander"), "Eerste zin", "First sentence")
    say(offer, "Aanbod", "Offer")

    outcome = filled(world, offer)

    texts = said(offer)
    assert (outcome.from_memory, outcome.by_machine, outcome.left) == (1, len(texts) - 2, 0)
    assert texts["Aanbod"] == ("Offer", "manual")
    assert texts["Eerste zin"] == ("First sentence", "machine")
    assert texts["Tweede zin"] == ("EN Tweede zin", "machine")


def test_what_a_machine_said_elsewhere_is_no_memory(world, offer):
    say(submitted("<p>Eerste zin</p>", title="Ander"), "Eerste zin", "Fist sentence", machine=True)
    assert (filled(world, offer).filled, said(offer)) == (0, {})


def test_a_text_that_stands_in_two_places_is_asked_for_once(world, use):
    use("Translator")
    twice = submitted("<p>Zelfde</p>", title="Aanbod", summary="Zelfde")
    outcome = filled(world, twice)
    assert (outcome.by_machine, outcome.left) == (translators.Translator.calls[0] + 1, 0)


@pytest.mark.parametrize(
    ("name", "problem", "message"),
    [
        ("Unmade", Problem.FAILED, "De machinevertaler is nu niet te gebruiken."),
        ("Gone", Problem.FAILED, "De machinevertaler is nu niet te gebruiken."),
        ("Speechless", Problem.LANGUAGES, "Marvin vertaalt niet tussen deze twee talen."),
        ("Undecided", Problem.LANGUAGES, "Marvin vertaalt niet tussen deze twee talen."),
        ("Down", Problem.FAILED, "Marvin is nu niet te gebruiken."),
        ("Nonsense", Problem.FAILED, "Marvin is nu niet te gebruiken."),
        ("Slow", Problem.TIMEOUT, "Marvin gaf niet op tijd antwoord."),
    ],
)
def test_a_translator_that_does_not_work_ends_in_a_message(
    world, offer, use, name, problem, message
):
    use(name, seconds=0.01 if problem is Problem.TIMEOUT else 20)
    outcome = filled(world, offer)
    assert (outcome.problem, outcome.by_machine, said(offer)) == (problem, 0, {})
    translators.Slow.released.set()
    with language.override("nl"):
        [[_level, said_in_dutch]] = told(outcome)
    assert said_in_dutch.startswith(message)


def test_what_came_before_a_failure_is_kept(world, use):
    use("SecondCallFails")
    many = submitted("".join(f"<p>Zin {number}</p>" for number in range(60)), title="Veel")
    outcome = filled(world, many)
    assert (outcome.by_machine, outcome.problem) == (50, Problem.FAILED)
    assert (len(said(many)), outcome.left > 0) == (50, True)


def test_an_answer_that_would_break_the_page_is_refused(world, use):
    use("Careless")
    texts = ("Dag {name}", "Vet", "Nul", "Leeg", "Niets", "Getal 5", 'Zie <a href="/x/">hier</a>')
    careless = submitted("".join(f"<p>{text}</p>" for text in texts), title="Slordig")
    outcome = filled(world, careless)
    stored = said(careless)
    assert outcome.refused == 5
    assert {text for text in texts if text in stored} == {"Getal 5"}
    with language.override("en"):
        assert "5 answers lost a link or a placeholder" in str(told(outcome))


@pytest.mark.parametrize("name", ["Unmade", "Undecided", "Gone"])
def test_a_wrong_setting_takes_the_button_away_and_not_the_editor(world, offer, use, name):
    use(name)
    target = offer.get_target_instance()
    page = client_of(world.people["superuser"]).get(
        reverse("wagtailadmin_pages:edit", args=[target.pk])
    )
    assert (page.status_code, b"machine_translate" in page.content) == (200, False)


def press(person, translation):
    client = client_of(person)
    response = client.post(
        reverse("wagtail_localize:machine_translate", args=[translation.pk]), {"next": "/x/"}
    )
    return response, [str(message) for message in get_messages(response.wsgi_request)]


def test_the_button_says_what_was_done_and_goes_back(world, offer, use):
    use("Translator")
    response, messages = press(world.people["translator_en"], offer)
    number = len(said(offer))
    assert (response.status_code, response.url) == (302, "/x/")
    assert messages == [
        f"{number} texts were translated by Marvin.",
        "A person has to approve these texts before they count.",
    ]
    assert press(world.people["translator_en"], offer)[1] == ["There is nothing left to translate."]


def test_the_button_fills_from_memory_where_there_is_no_translator(world, offer, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    say(submitted("<p>Tweede zin</p>", title="Ander"), "Tweede zin", "Second sentence")
    _, messages = press(world.people["translator_en"], offer)
    assert messages[0].endswith("taken from earlier translations.")
    assert said(offer)["Tweede zin"] == ("Second sentence", "machine")


def test_the_button_is_for_who_may_translate(world, offer, use):
    use("Translator")
    press(world.people["translator_fr"], offer)
    client = client_of(world.people["superuser"])
    assert client.get(
        reverse("wagtail_localize:machine_translate", args=[offer.pk])
    ).status_code == 405  # fmt: skip
    assert said(offer) == {}


def test_an_update_of_translations_tells_of_a_translator_that_is_down(world, offer, use):
    use("Down")
    source = offer.source.get_source_instance()
    source.summary = "Nieuwe samenvatting"
    source.save_revision().publish()
    response = client_of(world.people["superuser"]).post(
        reverse("wagtail_localize:update_translations", args=[offer.source_id]),
        {"use_machine_translation": "on", "next": "/x/"},
    )
    messages = [str(message) for message in get_messages(response.wsgi_request)]
    assert (response.status_code, said(offer)) == (302, {})
    assert messages[-1].startswith("Marvin cannot be used at the moment.")
