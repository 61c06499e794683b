"""Pages as they are printed on A4: a PDF, and each of its sheets as a picture."""

from pathlib import Path
from typing import Any

import pypdfium2

from tests.browser.pages import state
from tools.demo_site import Demo
from tools.screenshots.everything import Choice

PRINTED = ("initiative", "session", "session-past")


def sheets(pdf: Path, folder: Path) -> int:
    """Draw each sheet of the PDF beside it; how many there are."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, sheet in enumerate(document, 1):
            image = sheet.render(scale=1.25).to_pil()
            image.save(folder / f"{pdf.stem}.{number}.png")
        return len(document)


def draw(browser: Any, demo: Demo, choice: Choice, folder: Path) -> None:
    page = browser.new_page()
    for language in choice.languages:
        for name in filter(choice.has, PRINTED):
            page.goto(demo.base + state(name).path(demo, language), wait_until="networkidle")
            pdf = folder / f"{name}.{language}.print.pdf"
            page.pdf(path=pdf, format="A4", print_background=False)
            sheets(pdf, folder)
    page.close()
