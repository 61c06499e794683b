"""Plays every scene in a fresh demo of its own language, and keeps the pictures in docs/handbook.

PYTHONPATH=.:search:site python -m tools.handbook --only dashboard --language nl
"""

import argparse
import json
import os
import shutil
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from playwright.sync_api import Error, sync_playwright

from tools.demo_site import CHROMIUM, OPTIONS, ROOT, SERVING, Demo, manage, serve

HANDBOOK = ROOT / "docs" / "handbook"
FAILED = ROOT / ".cache" / "handbook"
LANGUAGES = ("nl", "en")
#: In this order: what waits for a moderator is what a partner has sent.
MODULES = ("beginning", "sessions", "catalogue", "community", "search", "publishing", "translating")
TELL = "from tools.handbook.people import tell; tell('{}')"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.handbook")
    parser.add_argument("--only", action="append", help="a picture's name, without .png")
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--into", type=Path, default=HANDBOOK)
    parser.add_argument("--demo", type=Path, help="a folder to keep the demo in, for the next time")
    return parser.parse_args()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cop_site.settings.demo")
    django.setup()
    asked = arguments()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        filled = asked.demo or Path(scratch) / "filled"
        if not filled.exists():
            filled.mkdir(parents=True)
            manage(filled, "migrate", "--verbosity", "0")
            manage(filled, "cop_demo")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        failed = []
        for language in asked.language or LANGUAGES:
            # Scenes change what they play with: each language begins with the same.
            copy = Path(scratch) / language
            shutil.copytree(filled, copy)
            with serve(copy, {}, SERVING) as demo:
                failed += play_all(
                    browser, demo, language, asked.only, asked.into / language / "images"
                )
        browser.close()
    if failed:
        raise SystemExit(f"not drawn: {', '.join(failed)}; what was seen lies in {FAILED}")
    print(f"drawn in {time.monotonic() - started:.0f} s")


def play_all(
    browser: Any, demo: Demo, language: str, only: list[str] | None, folder: Path
) -> list[str]:
    """Which scenes could not be played."""
    from tools.handbook.camera import shoot
    from tools.handbook.scene import SCENES, WIDTH, Actor

    for module in MODULES:
        import_module(f"tools.handbook.{module}")
    told = json.loads(demo.manage("shell", "-c", TELL.format(language)).split("TOLD", 1)[1])
    folder.mkdir(parents=True, exist_ok=True)
    failed = []
    for scene in SCENES:
        if only and scene.name not in only:
            continue
        context = browser.new_context(
            viewport={"width": WIDTH, "height": scene.height},
            reduced_motion="reduce",
            locale=language,
        )
        context.set_default_timeout(20_000)
        if scene.role:
            key = told["sessions"][scene.role]
            context.add_cookies([{"name": "sessionid", "value": key, "url": demo.base}])
        actor = Actor(context.new_page(), demo, language, scene.role, told["things"])
        try:
            shoot(actor.page, scene.play(actor), folder / f"{scene.name}.png")
        except Error as error:
            FAILED.mkdir(parents=True, exist_ok=True)
            actor.page.screenshot(path=FAILED / f"{scene.name}.{language}.png")
            print(f"{scene.name} in {language} cannot be played: {error.message}")
            failed.append(f"{scene.name} ({language})")
        context.close()
    return failed


if __name__ == "__main__":
    main()
