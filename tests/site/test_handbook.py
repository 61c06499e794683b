"""The handbook cannot drift: its labels, pictures and links are those that there are."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
import pytest
import wagtail
import wagtail_localize
from babel.messages.pofile import read_po
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
LANGUAGES = ("nl", "en")
PAGES = [(language, page) for language in LANGUAGES for page in (HANDBOOK / language).glob("*.md")]
#: Where the texts of the admin are translated.
CATALOGUES = [
    *(ROOT / name for name in ("cop_blocks", "cop_events", "cop_catalog", "search/cop_search")),
    ROOT / "cop_blocks" / "translation",
    *(Path(module.__path__[0]) for module in (wagtail, wagtail_localize, django)),
]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

#: What people have named in the demo.
NAMES = {"CoP: goedkeuring door een moderator"}


def named(path: Path) -> str:
    return path.relative_to(HANDBOOK).as_posix()


each_page = pytest.mark.parametrize("page", [page for _language, page in PAGES], ids=named)


def texts(language: str) -> Iterator[str]:
    """What the admin says in a language; English stands in the code, and is the id of the Dutch."""
    for root in CATALOGUES:
        for path in root.rglob("locale/nl/LC_MESSAGES/django*.po"):
            for message in read_po(io.BytesIO(path.read_bytes()), locale="nl"):
                said = message.id if language == "en" else message.string
                yield from [said] if isinstance(said, str) else said


@cache
def labels(language: str) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The texts with nothing to fill in, in small letters as in capitals; and all others."""
    known = {text.strip() for text in texts(language) if text.strip() and len(text) < 100}
    filled_in = {text for text in known if PLACEHOLDER.search(text)}
    patterns = ["(.+)".join(map(re.escape, PLACEHOLDER.split(text))) for text in filled_in]
    plain = frozenset(text[0].upper() + text[1:] for text in known - filled_in)
    return plain, [re.compile(pattern) for pattern in patterns]


def is_label(text: str, language: str) -> bool:
    """Whether the admin says this, or fills it in with a label or a name of the demo."""
    plain, patterns = labels(language)
    found = (match for match in (pattern.fullmatch(text) for pattern in patterns) if match)
    return text in plain or any(
        match.groups()
        and all(part in NAMES or part[0].upper() + part[1:] in plain for part in match.groups())
        and text not in match.groups()
        for match in found
    )


@pytest.mark.parametrize(("language", "page"), PAGES, ids=[named(page) for _, page in PAGES])
def test_what_is_bold_is_what_the_admin_says(language: str, page: Path) -> None:
    bold = re.findall(r"\*\*([^*]+)\*\*", page.read_text())
    # The page of contents says what bold means, by a word in bold.
    wanted = [text for text in bold if page.name != "README.md"]
    assert [text for text in wanted if not is_label(text, language)] == []


def test_a_label_that_nobody_says_is_found_out() -> None:
    assert is_label("Bewaar concept", "nl")
    assert not is_label("Bewaar het concept", "nl")
    assert not is_label("Save draft", "nl")
    assert is_label("Voeg materiaal toe", "nl")
    assert not is_label("Voeg koekjes toe", "nl")


def test_both_languages_have_the_same_pages_pictures_and_steps() -> None:
    def shape(language: str) -> dict[str, tuple[list[str], int, int]]:
        return {
            page.name: (
                re.findall(r"\]\((images/[^)]+)\)", page.read_text()),
                len(re.findall(r"^\d+\. ", page.read_text(), re.MULTILINE)),
                len(re.findall(r"^#+ ", page.read_text(), re.MULTILINE)),
            )
            for page in (HANDBOOK / language).glob("*.md")
        }

    assert shape("nl") == shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_in_the_contents(language: str) -> None:
    folder = HANDBOOK / language
    linked = set(re.findall(r"\]\((\w[\w-]*\.md)\)", (folder / "README.md").read_text()))
    assert linked == {page.name for page in folder.glob("*.md")} - {"README.md"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_and_every_shown_one_is_made(language: str) -> None:
    folder = HANDBOOK / language
    shown = {
        name
        for page in folder.glob("*.md")
        for name in re.findall(r"\]\(images/([^)]+)\)", page.read_text())
    }
    assert shown == {picture.name for picture in (folder / "images").iterdir()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_played_by_the_script(language: str) -> None:
    scenes = {
        name.replace("_", "-") + ".png"
        for path in (ROOT / "tools" / "handbook").glob("*.py")
        for name in re.findall(r"^@scene\(.*\)\ndef (\w+)", path.read_text(), re.MULTILINE)
    }
    assert scenes == {picture.name for picture in (HANDBOOK / language / "images").iterdir()}


@each_page
def test_pictures_say_in_words_what_they_show(page: Path) -> None:
    said = re.findall(r"!\[([^\]]*)\]", page.read_text())
    assert [text for text in said if len(text.split()) < 3] == []


def width(picture: Path) -> int:
    with Image.open(picture) as image:
        return image.width


def test_pictures_are_light_and_as_wide_as_they_should_be() -> None:
    pictures = sorted(HANDBOOK.rglob("*.png"))
    assert [named(path) for path in pictures if path.stat().st_size > 100_000] == []
    assert [named(path) for path in pictures if width(path) != 1100] == []
    assert sum(path.stat().st_size for path in pictures) < 4_000_000
