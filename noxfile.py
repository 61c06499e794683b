"""The matrix of hosts: what `make test` and `make test-rest` do not run in the one `.venv`.

Wagtail 8.0 with Django 5.2 is that environment; here are the other supported versions. Not every
combination: each version of Python, Wagtail and Django, and each database, at least twice. The
whole suite runs with the oldest, on PostgreSQL, where `make test` has run it on SQLite; the others
run a selection. All run the hosts.
"""

import os
import subprocess
from pathlib import Path

import nox

nox.needs_version = ">=2025.2"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"
nox.options.envdir = ".venvs/nox"
nox.options.default_venv_backend = "venv"

ROOT = Path(__file__).parent
HOSTS = ("own_apps", "custom_base")
#: Whole pages, the set-up, what must not leak, the counts of queries, translation: what another
#: version breaks first. For where the whole would only say again what is known.
SMOKE = (
    *(f"tests/site/test_{name}.py" for name in ("leaks", "query_counts", "setup", "localize")),
    "tests/blocks/streamfield",
    "tests/events/test_session_page.py",
    "tests/translation/guards",
    "tests/translation/rights",
)
#: Of Python, Wagtail and Django what is run where it is not the selection: everything with the
#: oldest; with the newest on PostgreSQL also the search, which speaks to the database itself.
OTHERWISE: dict[tuple[str, str, str], tuple[str, ...]] = {
    ("3.11", "7.4", "5.2"): (),
    ("3.12", "8.0", "6.0"): ("tests/site", "tests/translation", "tests/search"),
}

COMBINATIONS = [
    nox.param("3.11", "7.4", "5.2", "postgres", id="py3.11-wagtail7.4-django5.2-postgres"),
    nox.param("3.12", "7.4", "6.0", "sqlite", id="py3.12-wagtail7.4-django6.0-sqlite"),
    nox.param("3.12", "8.0", "6.0", "postgres", id="py3.12-wagtail8.0-django6.0-postgres"),
    nox.param("3.13", "8.0", "6.0", "sqlite", id="py3.13-wagtail8.0-django6.0-sqlite"),
]


def find_pyenv() -> None:
    """Let `python3.12` run where only pyenv has it: its shims look at this variable."""
    try:
        found = subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, text=True)  # noqa: S607
    except OSError:
        return
    wanted = [name for name in found.stdout.split() if name.startswith(("3.11", "3.12", "3.13"))]
    os.environ.setdefault("PYENV_VERSION", ":".join(wanted))


find_pyenv()


def test_tools() -> list[str]:
    """The pinned tools of requirements.txt that tests need: all but what `make lint` needs, and but
    the package, Wagtail and Django themselves."""
    others = ("-e", "#", "wagtail==", "django==", "django-stubs", "djhtml", "import-linter")
    others = (*others, "mypy", "ruff", "types-")
    lines = (ROOT / "requirements.txt").read_text().split("\n")
    return [line for line in lines if line and not line.startswith(others)]


def prepare(session: nox.Session, wagtail: str, django: str) -> None:
    wanted = [f"wagtail=={wagtail}.*", f"django=={django}.*", *test_tools()]
    # Nothing is fetched again where the environment already holds exactly this.
    stamp = Path(session.virtualenv.location) / "made-from.txt"
    project = (ROOT / "pyproject.toml").read_text()
    made_from = "\n".join([*wanted, project])
    if not stamp.exists() or stamp.read_text() != made_from:
        session.install("--quiet", "-e", ".[elasticsearch,localize,postgres]", *wanted)
        stamp.write_text(made_from)


def on_database(database: str) -> dict[str, str]:
    if database == "sqlite":
        return {"COP_TEST_POSTGRES": ""}
    address = os.environ.get("COP_TEST_POSTGRES", "")
    if not address:
        raise SystemExit("PostgreSQL is asked for; run: python tools/postgres.py nox")
    return {"COP_TEST_POSTGRES": address}


@nox.session
@nox.parametrize("python,wagtail,django,database", COMBINATIONS)
def tests(session: nox.Session, wagtail: str, django: str, database: str) -> None:
    """The fast tests, all or a selection, and the test hosts with their migrations."""
    prepare(session, wagtail, django)
    variables = on_database(database)
    selected = OTHERWISE.get((str(session.python), wagtail, django), SMOKE)
    fast = (*selected, "--numprocesses", "auto")
    session.run("python", "-m", "pytest", *fast, *session.posargs, env=variables)
    for host in HOSTS:
        if host == "custom_base" and wagtail == "7.4":
            # A base page of the host's own is new in Wagtail 8.
            continue
        settings = f"--ds=tests.hosts.{host}.settings"
        session.run(
            "python", "-m", "pytest", "--migrations", "tests/hosts", settings, env=variables
        )
