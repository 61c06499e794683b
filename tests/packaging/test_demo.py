"""``make demo`` in a fresh clone: once from nothing, once again without any change."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, run, tracked_files

pytestmark = pytest.mark.packaging

#: Where nobody listens: whoever asks the network fails.
PROXIES = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "PIP_INDEX_URL")
OFFLINE = dict.fromkeys(PROXIES, "http://127.0.0.1:9/")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    for name in tracked_files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    run("make", "demo", "DEMO_SERVE=0", cwd=folder)
    return folder


def rows(database: Path) -> list[str]:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        # All but the planner's statistics, which are gathered anew after each migrate.
        return [line for line in connection.iterdump() if '"sqlite_stat' not in line]


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_a_second_run_asks_no_network_and_changes_nothing(clone: Path) -> None:
    environment, database = files(clone / ".venv"), rows(clone / ".demo" / "db.sqlite3")
    printed = run("make", "demo", "DEMO_SERVE=0", "PORT=8123", cwd=clone, **OFFLINE)
    assert "http://localhost:8123/nl/" in printed
    assert files(clone / ".venv") == environment
    assert rows(clone / ".demo" / "db.sqlite3") == database


def test_what_it_makes_is_ignored_by_git(clone: Path) -> None:
    known = set(tracked_files())
    made = {path.relative_to(clone).parts[0] for path in clone.rglob("*") if path.is_file()}
    assert made - {Path(name).parts[0] for name in known} == {".demo", ".venv"}


def test_the_fast_tests_can_run_offline(clone: Path) -> None:
    one = "tests/packaging/test_migrations.py"
    run("make", "environment", cwd=clone, **OFFLINE)
    printed = run(clone / ".venv/bin/python", "-m", "pytest", "-q", one, cwd=clone, **OFFLINE)
    assert " passed" in printed
