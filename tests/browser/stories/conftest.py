"""Who takes part in the stories."""

import json
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import Demo
from tests.browser.pages import LANGUAGES
from tests.browser.stories.accounts import name_of
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.visitor import Visitor

TELL = "from tests.browser.stories.accounts import tell; tell()"


@pytest.fixture(scope="session")
def told(demo: Demo) -> dict[str, dict[str, Any]]:
    """The session of each account by its name, and the keys of things. Signing in is a story of
    its own, told once (tests/browser/test_editor.py)."""
    printed = demo.manage("shell", "-c", TELL)
    known: dict[str, dict[str, Any]] = json.loads(printed.split("PEOPLE", 1)[1])
    return known


@pytest.fixture(params=LANGUAGES)
def language(request: Any) -> str:
    """The language in which they work; what they write is in the site's own, Dutch."""
    return str(request.param)


@pytest.fixture
def mark(language: str) -> str:
    """Stands in every title of a story, so that it may be told again in the same demo."""
    return f"{language}{secrets.token_hex(3)}"


@pytest.fixture
def seat(
    chromium: Any, demo: Demo, told: dict[str, dict[str, Any]]
) -> Iterator[Callable[[str, str], Colleague]]:
    """Lets somebody of a role, with the admin in a language, sit down at a browser of their own."""
    contexts = []

    def sit_down(role: str, speaks: str) -> Colleague:
        context = chromium.new_context(
            viewport={"width": 1400, "height": 1400}, reduced_motion="reduce", locale=speaks
        )
        context.set_default_timeout(20_000)
        key = told["sessions"][name_of(role, speaks)]
        context.add_cookies([{"name": "sessionid", "value": key, "url": demo.base}])
        contexts.append(context)
        return Colleague(context.new_page(), demo, speaks, role)

    yield sit_down
    for context in contexts:
        context.close()


@pytest.fixture
def enter(seat: Callable[[str, str], Colleague], language: str) -> Callable[..., Colleague]:
    """The same in the language of the story, unless another is named."""

    def sit_down(role: str, speaks: str = language) -> Colleague:
        return seat(role, speaks)

    return sit_down


@pytest.fixture
def visitor(chromium: Any, demo: Demo) -> Iterator[Visitor]:
    context = chromium.new_context()
    context.set_default_timeout(20_000)
    yield Visitor(context.new_page(), demo)
    context.close()
