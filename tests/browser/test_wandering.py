"""Two hundred random ways through lists, and back: boxes, fields, chips and cards are as they
were, whatever was done in between."""

import os
import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.journeys import Wanderer
from tests.browser.pages import LANGUAGES
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

#: Another one each time; COP_RANDOM_SEED plays a run again. A failure tells the way that was gone.
SEED = int(os.environ.get("COP_RANDOM_SEED") or random.SystemRandom().randrange(10**9))
#: For each kind of page that has a list, in each language: 204 in all.
JOURNEYS = 34
STARTS = {
    "search": ("cop_search.SearchPage", ""),
    "initiatives": ("cop_catalog.InitiativeIndexPage", ""),
    "theme": ("cop_catalog.ThemePage", "?kind=initiative"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", STARTS)
def test_back_and_forward_show_what_was_there(
    new_page: Callable[..., Any], demo: Demo, start: str, language: str
) -> None:
    label, query = STARTS[start]
    address = demo.base + demo.pages[f"{label} {language}"][0] + query
    page = new_page(viewport={"width": 1280, "height": 900})
    print(f"COP_RANDOM_SEED={SEED}")
    chance = random.Random(f"{SEED} {start} {language}")  # noqa: S311 - no secret
    wanderer = Wanderer(page, chance)
    for _journey in range(JOURNEYS):
        wanderer.begin(address)
        for _turn in range(2):
            for _step in range(chance.randint(1, 2)):
                wanderer.act()
            wanderer.travel()
