"""Draws a freshly filled demo, as Chromium shows it.

``make screenshots`` makes all: every page type and state in four widths, light and dark, Dutch and
English, and some pages as they are printed, in ``.cache/screenshots`` with an ``index.html``; and
the few small pictures of the README and the documentation, in ``docs/images``.

    PYTHONPATH=. python -m tools.screenshots --only home --only theme --width 390 --language nl
    PYTHONPATH=. python -m tools.screenshots --docs
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.pages import LANGUAGES
from tools.demo_site import CHROMIUM, OPTIONS, ROOT, served_demo
from tools.packages import install
from tools.screenshots import documentation, everything, printed, sheet

FOLDER = ROOT / ".cache" / "screenshots"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.screenshots")
    parser.add_argument("--only", action="append", help="a page's name, as the sheet shows it")
    parser.add_argument("--width", action="append", type=int, choices=everything.WIDTHS)
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--scheme", action="append", choices=everything.SCHEMES)
    parser.add_argument("--docs", action="store_true", help="the pictures of docs/images alone")
    parser.add_argument("--sheet", action="store_true", help="leave docs/images as it is")
    parser.add_argument("--demo", type=Path, help="a folder to keep the demo in, for the next time")
    parser.add_argument("--into", type=Path, default=FOLDER)
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    started = time.monotonic()
    if not install():
        raise SystemExit("the pictures of hosts need Bootstrap from npm")
    choice = everything.Choice(
        names=tuple(asked.only or ()),
        widths=tuple(asked.width or everything.WIDTHS),
        languages=tuple(asked.language or LANGUAGES),
        schemes=tuple(asked.scheme or everything.SCHEMES),
    )
    with (
        tempfile.TemporaryDirectory() as scratch,
        served_demo(asked.demo or Path(scratch)) as demo,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        if asked.docs or not (asked.sheet or asked.only):
            documentation.draw(browser, demo)
        if not asked.docs:
            asked.into.mkdir(parents=True, exist_ok=True)
            everything.draw(browser, demo, choice, asked.into)
            printed.draw(browser, demo, choice, asked.into)
            sheet.write(asked.into)
            print(f"Look at {asked.into / 'index.html'}")
        browser.close()
    print(f"drawn in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
