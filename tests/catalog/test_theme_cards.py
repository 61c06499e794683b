"""Themes as cards: their look, one sentence, how much there is and which session is about them."""

import pytest
from django.test import RequestFactory

from cop_blocks.looks import TermLook
from cop_catalog.entries import first_sentence
from cop_catalog.themes import theme_cards
from cop_search import outbox
from tests.catalog import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Minder energie. Meer winst.", "Minder energie."),
        ("Van a tot z, bijv. dit en dat", "Van a tot z, bijv. dit en dat"),
        ("Wie helpt?  “Wij” zeggen zij.", "Wie helpt?"),
        ("", ""),
    ],
)
def test_a_card_says_the_first_sentence(text: str, said: str) -> None:
    assert first_sentence(text) == said


def test_a_card_has_the_look_of_its_theme(site) -> None:
    term = factories.make_term("theme", "digitalisation", "Digitalisering")
    term.palette, term.mark = "ochre", "bulb"
    term.save()
    factories.make_theme(site.themes, term)
    outbox.work_off()

    cards = theme_cards(RequestFactory().get("/nl/", headers={"host": "localhost"}))

    assert [(card.look, card.initiatives, card.session) for card in cards] == [
        (TermLook("ochre", "bulb"), 0, None)
    ]
