"""One page that shows all pictures in a folder side by side."""

from html import escape
from itertools import groupby
from pathlib import Path

STYLE = """body { font: 16px/1.5 sans-serif; margin: 1.5rem; background: #ececec; color: #111 }
section { display: flex; gap: 1rem; overflow-x: auto; align-items: start; padding-bottom: 1rem }
figure { margin: 0; flex: none } figcaption { font-size: 13px }
img { display: block; border: 1px solid #999; height: 34rem }
img { object-fit: cover; object-position: top }
nav a { margin-right: .75rem }"""


def write(folder: Path) -> Path:
    """``index.html``: a row for each page and language, in the order of the widths."""
    names = sorted((picture.name for picture in folder.glob("*.png")), key=order)
    rows = [(title, list(row)) for title, row in groupby(names, row_of)]
    links = "".join(f'<a href="#{escape(title)}">{escape(title)}</a>' for title, _row in rows)
    sections = "".join(section(title, row) for title, row in rows)
    index = folder / "index.html"
    index.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>'
        f"<style>{STYLE}</style><h1>Every page</h1><nav>{links}</nav>{sections}</html>\n"
    )
    return index


def row_of(name: str) -> str:
    return " ".join(name.split(".")[:2])


def order(name: str) -> tuple[str, int, str]:
    """After the page and its language: printed ones last, the others by width."""
    width = name.split(".")[2]
    return row_of(name), int(width) if width.isdigit() else 9999, name


def section(title: str, names: list[str]) -> str:
    heading = f'<h2 id="{escape(title)}">{escape(title)}</h2>'
    return f"{heading}<section>{''.join(map(figure, names))}</section>"


def figure(name: str) -> str:
    caption = " ".join(name.split(".")[2:-1])
    return (
        f'<figure><a href="{name}"><img src="{name}" loading="lazy" alt=""></a>'
        f"<figcaption>{caption}</figcaption></figure>"
    )
