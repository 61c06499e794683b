"""What is measured in the pages as they are drawn: contrast, sizes of targets, motion."""

from typing import Any

import pytest

from tests.browser.looking import OPEN_PANELS, measure, widen
from tests.browser.pages import STATES, State
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

#: Text on what lies behind it; a control on what it stands on.
LIMITS = {"text": 6, "control": 4}
FINGER = 24


@pytest.mark.parametrize("state", STATES, ids=str)
def test_contrast_targets_and_motion(new_page: Any, demo: Demo, state: State) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(demo.base + state.path(demo, "nl"))
    for width in (1280, 320):
        widen(page, width)
        if width == 320:
            page.evaluate(OPEN_PANELS)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert measure(page, "contrast", LIMITS) == [], (width, scheme)
        assert measure(page, "targets", FINGER) == [], width
    assert measure(page, "moving") == []


def test_what_is_too_faint_too_small_or_moves_is_found(new_page: Any, demo: Demo) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(demo.base + "/nl/")
    page.evaluate("""() => {
        document.querySelector("main").insertAdjacentHTML("beforeend", `
          <div id=planted class=planted><p>faint</p><input value=x><a href=x>s</a></div>`);
        const [box, text, field, link] = document.querySelectorAll("#planted, #planted *");
        box.style.background = "white";
        text.style.color = "rgb(0 0 0 / 50%)";
        field.style.cssText = "border: 1px solid #ccc; background: white; color: #888";
        link.style.cssText = "display: block; width: 20px; height: 20px; transition: color 1s";
    }""")
    contrast = measure(page, "contrast", LIMITS)
    assert [line.partition(" “")[0] for line in contrast[:1]] == ["p"]
    assert {line.rpartition(": ")[2].split()[0] for line in contrast} >= {
        "text",
        "value",
        "control",
    }
    assert measure(page, "targets", FINGER) == ["input. “”: 177 by 19", "a. “s”: 20 by 20"]
    assert measure(page, "moving") == ["a."]
