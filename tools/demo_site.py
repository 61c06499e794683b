"""A freshly filled demo behind a server that answers as one in production does.

The browser tests, the screenshots, Lighthouse and the guides are made from the same one.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / ".cache" / "node" / "node_modules"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]

#: What fills the demo (accounts are made with DEBUG only), and what then serves it.
FILLING = "tests.browser.settings"
SERVING = "tests.browser.served"
#: Names a file that tells of a demo that another process serves.
SERVED = "COP_BROWSER_SERVED"
FOLDER = "COP_BROWSER_DEMO"


@dataclass(frozen=True)
class Demo:
    """The served demo: where it is, and the addresses of its pages by type and language."""

    base: str
    pages: dict[str, list[str]]
    folder: Path

    def paths(self, label: str, language: str, most: int = 3) -> list[str]:
        """Addresses of pages of a type; the first and the last ones where there are many."""
        found = self.pages.get(f"{label} {language}", [])
        return found if len(found) <= most else [*found[: most - 2], *found[-2:]]

    def manage(self, *arguments: str) -> str:
        return manage(self.folder, *arguments)

    def tell(self, file: Path) -> None:
        """Write down where this demo is, for processes that :data:`SERVED` leads here."""
        known = {"base": self.base, "pages": self.pages, "folder": str(self.folder)}
        file.write_text(json.dumps(known))

    @classmethod
    def told(cls, file: Path) -> "Demo":
        known = json.loads(file.read_text())
        return cls(known["base"], known["pages"], Path(known["folder"]))


def environment(folder: Path, settings: str) -> dict[str, str]:
    names = {FOLDER: str(folder), "DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": str(ROOT)}
    return {**os.environ, **names}


def manage(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "site/manage.py", *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(folder, FILLING),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed:\n{done.stdout}")
    return done.stdout


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _try in range(240):
        if server.poll() is not None:
            raise RuntimeError("the server stopped; its log lies beside the demo")
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError(f"{address} does not answer")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def fill(folder: Path) -> dict[str, list[str]]:
    """Make the demo in the folder, unless it is there; the addresses of its pages."""
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "cop_demo")
    listed = manage(folder, "shell", "-c", "from tests.browser.listing import tell; tell()")
    pages: dict[str, list[str]] = json.loads(listed.split("PAGES", 1)[1])
    return pages


@contextmanager
def served_demo(folder: Path, settings: str = SERVING) -> Iterator[Demo]:
    """The demo in the folder, filled if need be, and served until the block ends."""
    with serve(folder, fill(folder), settings) as demo:
        yield demo


@contextmanager
def serve(folder: Path, pages: dict[str, list[str]], settings: str) -> Iterator[Demo]:
    """A filled demo, once more with other settings if wanted: in another host's frame, say."""
    port = free_port()
    # Static files pass through the middleware, as pages do, to be packed: see tests/browser/served.
    serve = ["runserver", "--noreload", "--nostatic", str(port)]
    command = [sys.executable, "-W", "ignore", "site/manage.py", *serve]
    with (folder / f"{settings.rpartition('.')[2]}.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment(folder, settings), stdout=log, stderr=log
        )
    try:
        base = f"http://localhost:{port}"
        wait_for(f"{base}/nl/", server)
        yield Demo(base, pages, folder)
    finally:
        server.terminate()
        server.wait()
