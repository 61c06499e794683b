"""The filled demo site behind a real server, and Debian's Chromium to look at it with."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / ".cache" / "node" / "node_modules"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]

LIST_PAGES = """
import json
from cop_blocks.base_page import Page
found = {}
for page in Page.objects.live().public().filter(depth__gt=1).specific().order_by("path"):
    found.setdefault(f"{page._meta.label} {page.locale.language_code}", []).append(page.get_url())
print("PAGES" + json.dumps(found))
"""


@dataclass(frozen=True)
class Demo:
    """The served demo: where it is, and the addresses of its pages by type and language."""

    base: str
    pages: dict[str, list[str]]
    folder: Path

    def paths(self, label: str, language: str, most: int = 3) -> list[str]:
        """Addresses of pages of a type; the first and the last ones where there are many."""
        found = self.pages[f"{label} {language}"]
        return found if len(found) <= most else [*found[: most - 2], *found[-2:]]

    def manage(self, *arguments: str) -> str:
        return manage(self.folder, *arguments)


def environment(folder: Path) -> dict[str, str]:
    names = {"COP_BROWSER_DEMO": str(folder), "DJANGO_SETTINGS_MODULE": "tests.browser.settings"}
    return {**os.environ, **names, "PYTHONPATH": str(ROOT)}


def manage(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "site/manage.py", *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _try in range(240):
        assert server.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    # While tests are written the same demo may be kept: it is named in COP_BROWSER_DEMO.
    folder = Path(os.environ.get("COP_BROWSER_DEMO") or tmp_path_factory.mktemp("demo"))
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "cop_demo")
    pages = json.loads(manage(folder, "shell", "-c", LIST_PAGES).split("PAGES")[1])
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [
        sys.executable,
        "-W",
        "ignore",
        "site/manage.py",
        "runserver",
        "--noreload",
        str(port),
    ]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment(folder), stdout=log, stderr=log
        )
    try:
        base = f"http://localhost:{port}"
        wait_for(f"{base}/nl/", server)
        yield Demo(base, pages, folder)
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()
