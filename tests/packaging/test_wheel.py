"""The wheel holds the four apps whole, and nothing that could stand in a host's way."""

import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.packaging.conftest import tracked_files

pytestmark = pytest.mark.packaging

APPS = {
    "cop_blocks": "cop_blocks",
    "cop_catalog": "cop_catalog",
    "cop_events": "cop_events",
    "cop_search": "search/cop_search",
}


@pytest.fixture(scope="session")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_nothing_but_the_apps_and_what_describes_them(names: set[str]) -> None:
    roots = {PurePosixPath(name).parts[0] for name in names}
    assert roots == {*APPS, "wagtail_cop-0.1.0.dist-info"}


@pytest.mark.parametrize("app", APPS)
def test_every_file_of_an_app_is_in_it(names: set[str], app: str) -> None:
    folder = APPS[app]
    kept = {
        app + name.removeprefix(folder) for name in tracked_files() if name.startswith(f"{folder}/")
    }
    catalogues = {name for name in kept if name.endswith(".po")}
    compiled = {name.removesuffix(".po") + ".mo" for name in catalogues}
    assert {name for name in names if name.startswith(f"{app}/")} == kept | compiled


def test_the_licence_goes_with_it(names: set[str]) -> None:
    assert "wagtail_cop-0.1.0.dist-info/licenses/LICENSE" in names
