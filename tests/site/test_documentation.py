"""The lists in ``docs`` are complete: each failure says what to write where."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NAMES = ("cop_blocks", "cop_blocks/translation", "cop_events", "cop_catalog", "search/cop_search")
APPS = [ROOT / name for name in NAMES]
SOURCES = [path for app in APPS for path in app.rglob("*.py") if "migrations" not in path.parts]
CONFS = [app / "conf.py" for app in APPS if (app / "conf.py").exists()]
TEMPLATES = sorted(
    path.relative_to(app / "templates").as_posix()
    for app in APPS
    for path in (app / "templates").rglob("*.html")
)


def named(page: str) -> set[str]:
    """What stands between backticks on a page."""
    return set(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text()))


def found(pattern: str, paths: list[Path]) -> list[str]:
    return sorted({name for path in paths for name in re.findall(pattern, path.read_text())})


@pytest.mark.parametrize("name", found(r'getattr\(\s*settings, "(COP_\w+)"', CONFS))
def test_every_setting_stands_in_settings_md(name: str) -> None:
    assert name in named("settings.md"), f"add a row for `{name}` to docs/settings.md"


def test_no_setting_is_read_past_conf() -> None:
    others = [path for path in SOURCES if path.name != "conf.py"]
    assert found(r'settings, "(COP_\w+)"|settings\.(?:COP_\w+)', others) == []


@pytest.mark.parametrize("name", found(r'"(cop_\w+\.[CDEIW]\d{3})"', SOURCES))
def test_every_check_stands_in_settings_md(name: str) -> None:
    assert name in named("settings.md"), f"add a row for `{name}` to docs/settings.md"


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_stands_in_overriding_md(name: str) -> None:
    assert any(fnmatch(name, pattern) for pattern in named("overriding.md")), (
        f"add a row for `{name}` to docs/overriding.md"
    )


def test_overriding_md_names_no_template_that_is_gone() -> None:
    patterns = [name for name in named("overriding.md") if re.fullmatch(r"cop_[\w/*]+\.html", name)]
    assert [name for name in patterns if not any(fnmatch(t, name) for t in TEMPLATES)] == []


def test_every_block_of_the_frame_stands_in_overriding_md() -> None:
    frame = (ROOT / "cop_blocks/templates/cop_blocks/base.html").read_text()
    assert set(re.findall(r"\{% block (\w+) %\}", frame)) <= named("overriding.md")


@pytest.mark.parametrize(
    "name", sorted(path.stem for app in APPS for path in app.glob("management/commands/cop_*.py"))
)
def test_every_command_stands_in_commands_md(name: str) -> None:
    assert name in named("commands.md"), f"add a row for `{name}` to docs/commands.md"


@pytest.mark.parametrize(
    "page", sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
)
def test_every_page_is_reached_from_the_index(page: str) -> None:
    linked = re.findall(r"\]\(([^)#]+)", (DOCS / "index.md").read_text())
    # The handbook has contents of its own: see test_handbook.
    if page.startswith("handbook/"):
        page = f"{Path(page).parent.as_posix()}/README.md"
    assert page == "index.md" or page in linked, f"link to docs/{page} from docs/index.md"


@pytest.mark.parametrize(
    "page",
    ["README.md", *(path.relative_to(ROOT).as_posix() for path in sorted(DOCS.rglob("*.md")))],
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text()
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _sign, anchor = link.partition("#")
        if "://" in link or link.startswith("mailto:"):
            continue
        target = ((ROOT / page).parent / path).resolve() if path else ROOT / page
        assert target.exists(), f"{page}: {link}"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{page}: {link}"


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()).strip() for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}
