"""Draw the pictures of the README: pages of a freshly filled demo, as Chromium shows them."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
OPTIONS = ["--no-sandbox", "--disable-background-networking"]
#: The picture, the address and the width of the window.
PICTURES = (("home.png", "/en/", 1280),)


def main() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = str(listener.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        names = {"COP_BROWSER_DEMO": folder, "DJANGO_SETTINGS_MODULE": "tests.browser.settings"}
        environment = {**os.environ, **names, "PYTHONPATH": str(ROOT), "PORT": port}
        manage = [sys.executable, "-W", "ignore", "site/manage.py"]
        for command in (["migrate", "--verbosity", "0"], ["cop_demo"]):
            subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True)
        serve = [*manage, "runserver", "--noreload", port]
        server = subprocess.Popen(serve, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            draw(f"http://localhost:{port}")
        finally:
            server.terminate()
            server.wait()


def draw(base: str) -> None:
    for _try in range(120):
        try:
            urllib.request.urlopen(f"{base}/en/").close()  # noqa: S310 - our own server
            break
        except OSError:
            time.sleep(0.5)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=OPTIONS)
        for name, path, width in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto(base + path, wait_until="networkidle")
            page.screenshot(path=IMAGES / name)
        browser.close()


if __name__ == "__main__":
    main()
