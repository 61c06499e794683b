"""Each page is opened once in a language; its window is then resized and its scheme changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.pages import STATES, State
from tools.demo_site import Demo

WIDTHS = (320, 390, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 900


@dataclass(frozen=True)
class Choice:
    """Which pictures are asked for; no names means all."""

    names: tuple[str, ...]
    widths: tuple[int, ...]
    languages: tuple[str, ...]
    schemes: tuple[str, ...]

    def has(self, name: str) -> bool:
        return not self.names or name in self.names


def draw(browser: Any, demo: Demo, choice: Choice, folder: Path) -> None:
    known = {state.name for state in STATES}
    if unknown := set(choice.names) - known:
        raise SystemExit(f"no page is called {', '.join(unknown)}; there are {sorted(known)}")
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for language in choice.languages:
        for state in STATES:
            if choice.has(state.name):
                draw_state(page, demo, state, language, choice, folder)
    context.close()


def draw_state(
    page: Any, demo: Demo, state: State, language: str, choice: Choice, folder: Path
) -> None:
    response = page.goto(demo.base + state.path(demo, language), wait_until="networkidle")
    if response.status != state.status:
        raise SystemExit(f"{state} answered {response.status}")
    for width in choice.widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in choice.schemes:
            page.emulate_media(color_scheme=scheme)
            name = f"{state.name}.{language}.{width}.{scheme}.png"
            page.screenshot(path=folder / name, full_page=True)
