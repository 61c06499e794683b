"""The filled demo site behind a real server, and Debian's Chromium to look at it with."""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tools.demo_site import CHROMIUM, FOLDER, NODE, OPTIONS, SERVED, Demo, served_demo

__all__ = ["NODE", "Demo"]

#: Some import Playwright, which only `make test-all` installs; the fast tests have no use for any.
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py", "stories"]

#: Where accounts of the demo sign in. Each keeps one language at a time, so they take turns: `make
#: test-all` runs these one by one, after all the others on two workers.
SIGNED_IN = {"stories", "test_editor.py", "test_editing.py", "test_search_desk.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if SIGNED_IN.intersection(item.path.parts):
            item.add_marker(pytest.mark.signed_in)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demo for all: of ``make test-all``, which serves it to several workers at once, or the
    folder named in ``COP_BROWSER_DEMO`` while tests are written, or a new one."""
    if served := os.environ.get(SERVED):
        yield Demo.told(Path(served))
        return
    folder = Path(os.environ.get(FOLDER) or tmp_path_factory.mktemp("demo"))
    with served_demo(folder) as demo:
        yield demo


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens an empty page as a visitor with these wishes would; closed after the test."""
    contexts = []

    def open_one(**wishes: Any) -> Any:
        contexts.append(chromium.new_context(**wishes))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()
