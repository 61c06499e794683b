"""Keep the ``.po`` files of every app complete, without GNU gettext.

``update`` finds the texts in Python and templates and merges them into the files; ``check`` fails
where a language lacks one, has one too many, or has a translation that does not fit; ``compile``
writes the ``.mo`` files that are older than their source. The texts in the code are English, so
the English file repeats them and is filled by itself.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "en")
SOURCE_LANGUAGE = "en"
APPS = (
    ROOT / "cop_blocks",
    ROOT / "cop_blocks" / "translation",
    ROOT / "search" / "cop_search",
    ROOT / "cop_events",
    ROOT / "cop_catalog",
    ROOT / "site" / "cop_site",
)
KEYWORDS = {
    "_": None,
    "_n": (1, 2),
    "_p": ((1, "c"), 2),
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
HEADER = "# Translations of wagtail-cop."


def found(app: Path) -> Iterator[tuple[str, str, Any, list[str]]]:
    """Every text of an app: file, function, arguments, comments for the translator."""
    from django.utils.translation.template import templatize

    for path in sorted(app.rglob("*")):
        if any(other in path.parents for other in APPS if app in other.parents):
            continue  # an app within an app has files of its own
        if "migrations" in path.parts or path.suffix not in {".py", ".html", ".txt"}:
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        source = path.read_text()
        if path.suffix != ".py":
            source = templatize(source, origin=str(path))
        place = path.relative_to(app).as_posix()
        file = io.BytesIO(source.encode())
        names: Any = list(KEYWORDS)
        extracted: Any = extract_python(file, names, ["Translators:"], {"encoding": "utf-8"})
        for _line, function, arguments, comments in extracted:
            yield place, function, arguments, comments


def template(app: Path) -> Catalog:
    """What the code of an app asks to be translated, in the order of the code."""
    catalog = Catalog(charset="utf-8")
    for place, function, arguments, comments in found(app):
        spec = KEYWORDS[function] or (1,)
        values = arguments if isinstance(arguments, tuple) else (arguments,)
        context: Any = None
        ids: list[Any] = []
        for part in spec:
            index = part[0] if isinstance(part, tuple) else part
            value = values[index - 1] if index <= len(values) else None
            if isinstance(part, tuple):
                context = value
            else:
                ids.append(value)
        if not all(ids):
            continue
        id_: Any = tuple(ids) if len(ids) > 1 else ids[0]
        # Without line numbers, so that moving a line changes no translation file.
        locations: Any = [(place, None)]
        catalog.add(id_, locations=locations, auto_comments=comments, context=context)
    return catalog


def po_file(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def read(app: Path, language: str) -> Catalog:
    path = po_file(app, language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merged(wanted: Catalog, old: Catalog, language: str) -> Catalog:
    """The wanted texts with the translations that there are."""
    new = Catalog(locale=language, charset="utf-8", header_comment=HEADER, fuzzy=False)
    for message in wanted:
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        string = known.string if known and not known.fuzzy else ""
        if language == SOURCE_LANGUAGE:
            string = message.id
        new.add(
            message.id,
            string or (("", "") if message.pluralizable else ""),
            locations=sorted(set(message.locations)),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return new


def written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=100, omit_header=True)
    language = str(catalog.locale)
    head = (
        f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + file.getvalue().lstrip()


def update(app: Path) -> None:
    wanted = template(app)
    for language in LANGUAGES:
        path = po_file(app, language)
        content = written(merged(wanted, read(app, language), language))
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def forms(message: Message, text: Any) -> tuple[str, ...]:
    """One text, or those of the singular and the plural."""
    return tuple(text) if message.pluralizable else (text,)


def problems(app: Path, language: str) -> Iterator[str]:
    """What is wrong with one language of an app, one line each."""
    wanted, catalog = template(app), read(app, language)
    where = po_file(app, language).relative_to(ROOT)
    known = {(message.id, message.context): message for message in catalog if message.id}
    for message in wanted:
        if not message.id:
            continue
        translated = known.pop((message.id, message.context), None)
        if translated is None:
            yield f"{where}: missing: {message.id!r}"
            continue
        strings = forms(translated, translated.string)
        if translated.fuzzy:
            yield f"{where}: fuzzy: {message.id!r}"
        elif not all(strings):
            yield f"{where}: not translated: {message.id!r}"
        else:
            allowed = {
                place for id_ in forms(message, message.id) for place in PLACEHOLDER.findall(id_)
            }
            used = {place for string in strings for place in PLACEHOLDER.findall(string)}
            if allowed != used:
                yield f"{where}: other placeholders: {message.id!r}"
    for id_, _context in known:
        yield f"{where}: no longer in the code: {id_!r}"
    for obsolete in catalog.obsolete:
        yield f"{where}: obsolete: {obsolete!r}"


def clashes(apps: list[Path], language: str) -> Iterator[str]:
    """Texts that two apps translate differently: Django merges all files, so one never shows."""
    first: dict[object, tuple[object, str]] = {}
    for app in apps:
        for message in read(app, language):
            if not message.id or not message.string:
                continue
            string, name = first.setdefault(
                (message.id, message.context), (message.string, app.name)
            )
            if string != message.string:
                yield (
                    f"{message.id!r} is both {string!r} ({name}) "
                    f"and {message.string!r} ({app.name}) in {language}"
                )


def check(apps: list[Path]) -> list[str]:
    lines = [line for app in apps for language in LANGUAGES for line in problems(app, language)]
    return lines + [line for language in LANGUAGES for line in clashes(apps, language)]


def compile_(app: Path) -> None:
    """Write the ``.mo`` files that are missing or older than their ``.po`` file."""
    for po in sorted(app.glob("locale/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source, locale=po.parent.parent.name))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in {"update", "check", "compile"}:
        print("usage: messages.py update | check | compile")
        return 2
    apps = [app for app in APPS if (app / "__init__.py").exists()]
    if arguments[0] == "compile":
        for app in apps:
            compile_(app)
        return 0
    if arguments[0] == "update":
        for app in apps:
            update(app)
        return 0
    lines = check(apps)
    print("\n".join(lines) or "Every text has Dutch and English.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
