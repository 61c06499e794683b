"""The tool that keeps the translation files complete, on a small app of its own."""

from pathlib import Path

import pytest

from tools import messages

PYTHON = """\
from django.utils.translation import gettext as _, ngettext, pgettext

_("Hello")
ngettext("%(count)s session", "%(count)s sessions", 2)
pgettext("month", "May")
"""
TEMPLATE = """\
{% load i18n %}{% translate "Search" %}
{% blocktranslate %}About {{ theme }}{% endblocktranslate %}
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    app = tmp_path / "shop"
    (app / "templates" / "shop").mkdir(parents=True)
    (app / "views.py").write_text(PYTHON)
    (app / "templates" / "shop" / "page.html").write_text(TEMPLATE)
    messages.update(app)
    return app


def fill(app: Path, **dutch: str) -> None:
    """Give the Dutch of the texts whose first word is named."""
    path = messages.po_file(app, "nl")
    text = path.read_text()
    for word, translation in dutch.items():
        head, tail = text.split(f'msgid "{word}', 1)
        text = head + f'msgid "{word}' + tail.replace('msgstr ""', f'msgstr "{translation}"', 1)
    path.write_text(text)


def fill_all(app: Path) -> None:
    fill(app, Hello="Hallo", May="mei", Search="Zoeken", About="Over %(theme)s")
    path = messages.po_file(app, "nl")
    text = path.read_text().replace('msgstr[0] ""', 'msgstr[0] "%(count)s sessie"')
    path.write_text(text.replace('msgstr[1] ""', 'msgstr[1] "%(count)s sessies"'))


def test_texts_of_python_and_templates_are_found(app: Path) -> None:
    catalog = messages.template(app)
    assert {message.id for message in catalog if message.id} == {
        "Hello",
        ("%(count)s session", "%(count)s sessions"),
        "May",
        "Search",
        "About %(theme)s",
    }


def test_the_english_file_is_filled_by_itself(app: Path) -> None:
    assert list(messages.problems(app, "en")) == []


def test_a_text_without_dutch_is_told(app: Path) -> None:
    fill_all(app)
    assert messages.check([app]) == []
    path = messages.po_file(app, "nl")
    path.write_text(path.read_text().replace('"Hallo"', '""'))
    assert messages.check([app]) == [
        "shop/locale/nl/LC_MESSAGES/django.po: not translated: 'Hello'"
    ]


def test_a_new_text_is_told_until_it_is_updated_and_translated(app: Path) -> None:
    fill_all(app)
    (app / "views.py").write_text(PYTHON + '_("Goodbye")\n')
    assert messages.check([app]) == [
        "shop/locale/nl/LC_MESSAGES/django.po: missing: 'Goodbye'",
        "shop/locale/en/LC_MESSAGES/django.po: missing: 'Goodbye'",
    ]
    messages.update(app)
    assert messages.check([app]) == [
        "shop/locale/nl/LC_MESSAGES/django.po: not translated: 'Goodbye'"
    ]


def test_a_text_that_went_is_told_until_it_is_updated(app: Path) -> None:
    fill_all(app)
    (app / "views.py").write_text(PYTHON.replace('_("Hello")\n', ""))
    assert messages.check([app]) == [
        "shop/locale/nl/LC_MESSAGES/django.po: no longer in the code: 'Hello'",
        "shop/locale/en/LC_MESSAGES/django.po: no longer in the code: 'Hello'",
    ]
    messages.update(app)
    assert messages.check([app]) == []


def test_a_fuzzy_translation_is_told(app: Path) -> None:
    fill_all(app)
    path = messages.po_file(app, "nl")
    path.write_text(path.read_text().replace('msgid "Hello"', '#, fuzzy\nmsgid "Hello"'))
    assert messages.check([app]) == ["shop/locale/nl/LC_MESSAGES/django.po: fuzzy: 'Hello'"]


def test_a_translation_with_another_placeholder_is_told(app: Path) -> None:
    fill_all(app)
    path = messages.po_file(app, "nl")
    path.write_text(path.read_text().replace("Over %(theme)s", "Over %(thema)s"))
    assert messages.check([app]) == [
        "shop/locale/nl/LC_MESSAGES/django.po: other placeholders: 'About %(theme)s'"
    ]


def test_one_text_may_not_have_two_translations(app: Path) -> None:
    """Django merges the files of all apps into one: the other translation would never show."""
    fill_all(app)
    other = app.parent / "school"
    other.mkdir()
    (other / "views.py").write_text('_("Hello")\n')
    messages.update(other)
    fill(other, Hello="Dag")
    assert messages.check([app, other]) == [
        "'Hello' is both 'Hallo' (shop) and 'Dag' (school) in nl"
    ]


def test_updating_twice_changes_nothing(app: Path) -> None:
    fill_all(app)
    messages.update(app)
    before = messages.po_file(app, "nl").read_bytes()
    messages.update(app)
    assert messages.po_file(app, "nl").read_bytes() == before


def test_compiling_is_done_when_the_source_is_newer(app: Path) -> None:
    fill_all(app)
    messages.compile_(app)
    mo = messages.po_file(app, "nl").with_suffix(".mo")
    assert b"Hallo" in mo.read_bytes()
    made = mo.stat().st_mtime_ns
    messages.compile_(app)
    assert mo.stat().st_mtime_ns == made
