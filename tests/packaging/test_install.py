"""The README's install section, followed to the letter in a site that ``wagtail start`` makes."""

import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, run
from tests.packaging.readme_steps import Steps, apply_diff, commands, read_steps

ONE, TWO = read_steps((ROOT / "README.md").read_text())
#: What a site of the default page types has; each is made and viewed in every language.
PAGE_TYPES = {
    "cop_blocks.InformationPage",
    "cop_blocks.OrganisationIndexPage",
    "cop_search.SearchPage",
    "cop_events.SessionIndexPage",
    "cop_events.SessionPage",
    "cop_catalog.InitiativeIndexPage",
    "cop_catalog.InitiativePage",
    "cop_catalog.GoodPracticeIndexPage",
    "cop_catalog.GoodPracticePage",
    "cop_catalog.ThemeIndexPage",
    "cop_catalog.ThemePage",
}


class NewSite:
    """A folder with a virtual environment and the project of ``wagtail start``."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder, self.wheel = folder, wheel
        self.python = folder / "venv" / "bin" / "python"
        self.site = folder / "mysite"
        self.site.mkdir()
        run(sys.executable, "-m", "venv", "venv", cwd=folder)
        self.pip("install", "wagtail>=8.0,<8.1")
        run(folder / "venv" / "bin" / "wagtail", "start", "mysite", self.site, cwd=folder)

    def pip(self, *arguments: str) -> str:
        options = ("--quiet", "--disable-pip-version-check")
        return run(self.python, "-m", "pip", *arguments, *options, cwd=self.folder)

    def manage(self, *arguments: str) -> str:
        return run(self.python, "manage.py", *arguments, cwd=self.site)

    def follow(self, steps: Steps) -> None:
        for kind, text in steps.steps:
            if kind == "diff":
                apply_diff(self.site, text)
                continue
            for command in commands(text):
                self.do(command)

    def do(self, command: list[str]) -> str:
        match command:
            case ["pip", "install", "wagtail-cop"]:
                return self.pip("install", str(self.wheel))
            case ["python", "manage.py", *arguments]:
                return self.manage(*arguments)
        raise AssertionError(f"the README has a step that this test does not know: {command}")

    def made_and_viewed(self, *languages: str) -> set[tuple[str, str]]:
        script = Path(__file__).with_name("make_every_page.py")
        printed = run(self.python, "-W", "ignore", script, *languages, cwd=self.site)
        lines = [line.split() for line in printed.splitlines() if line.startswith(languages)]
        return {(language, label) for language, label, _url in lines}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> NewSite:
    """One site for this file, whose tests run in their order: first one language, then two."""
    return NewSite(tmp_path_factory.mktemp("host"), wheel)


@pytest.mark.packaging
def test_it_is_installed_in_one_language(site: NewSite) -> None:
    site.follow(ONE)
    assert "no issues" in site.manage("check")
    assert "No changes" in site.manage("makemigrations", "--check", "--dry-run")
    assert site.made_and_viewed("en") == {("en", label) for label in PAGE_TYPES}


@pytest.mark.packaging
def test_setup_run_again_makes_nothing(site: NewSite) -> None:
    assert "\n0 made" in "\n" + site.manage("cop_setup")


@pytest.mark.packaging
def test_the_sites_own_search_stays_its_own(site: NewSite) -> None:
    code = "import search.views, cop_search; print(search.__file__)"
    assert str(site.site) in site.manage("shell", "-c", code)


@pytest.mark.packaging
def test_it_gets_a_second_language(site: NewSite) -> None:
    site.follow(TWO)
    assert "no issues" in site.manage("check")
    assert "No changes" in site.manage("makemigrations", "--check", "--dry-run")
    assert site.made_and_viewed("nl") == {("nl", label) for label in PAGE_TYPES}


def test_one_language_takes_ten_lines_at_most() -> None:
    assert 0 < ONE.changed_lines <= 10


def test_two_languages_take_twenty_five_lines_at_most() -> None:
    assert ONE.changed_lines < ONE.changed_lines + TWO.changed_lines <= 25


def test_a_step_that_fits_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "urls.py").write_text("a\nb\nb\n")
    with pytest.raises(AssertionError, match="0 places"):
        apply_diff(tmp_path, "# urls.py\n c\n+d\n")
    with pytest.raises(AssertionError, match="2 places"):
        apply_diff(tmp_path, "# urls.py\n b\n+d\n")


def test_a_step_is_done_where_it_fits(tmp_path: Path) -> None:
    (tmp_path / "urls.py").write_text("a\nb\nc\n")
    apply_diff(tmp_path, "# urls.py\n a\n-b\n+d\n+e\n")
    assert (tmp_path / "urls.py").read_text() == "a\nd\ne\nc\n"
