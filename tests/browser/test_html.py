"""The Nu HTML validator finds no error on any page type."""

import json
import re
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.browser.conftest import NODE, Demo
from tests.browser.pages import LANGUAGES, PAGE_TYPES, paths

pytestmark = pytest.mark.browser

#: A table is laid out as blocks on a phone, and some browsers then forget that it is one: its parts
#: say so by their roles (tests/blocks/streamfield). The validator holds that to be said twice.
SAID_TWICE = re.compile(
    r"The “role” attribute must not be used on an? “(tr|td|th|thead|tbody)” element "
    r"which has a “table” ancestor"
)


def validate(folder: Path) -> list[str]:
    """What is wrong with the pages in a folder, one line each; one start of Java for all."""
    jar = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", jar, "--errors-only", "--format", "json", "--stdout", folder]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if not SAID_TWICE.match(message["message"])
    ]


def save(demo: Demo, path: str, folder: Path) -> Path:
    name = path.strip("/").replace("/", ".").replace("?", "_").replace("&", "_") or "root"
    with urllib.request.urlopen(demo.base + path) as response:  # noqa: S310 - our own server
        saved = folder / f"{name}.html"
        saved.write_bytes(response.read())
    return saved


def test_every_page_type_is_valid_html(demo: Demo, tmp_path: Path) -> None:
    for label in PAGE_TYPES:
        for language in LANGUAGES:
            for path in paths(demo, label, language):
                save(demo, path, tmp_path)
    assert len(list(tmp_path.iterdir())) >= 2 * len(PAGE_TYPES)
    assert validate(tmp_path) == []


def test_a_planted_error_is_found(demo: Demo, tmp_path: Path) -> None:
    saved = save(demo, "/nl/", tmp_path)
    saved.write_text(saved.read_text().replace("</main>", "<ul><p>no</p></ul></main>", 1))
    (message,) = validate(tmp_path)
    assert "Element “p” not allowed as child of element “ul”" in message
