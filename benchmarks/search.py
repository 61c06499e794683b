"""Our search beside Wagtail's own, on the same pages in the same run.

    make benchmark-search ARGS="--sizes 10000,50000 --databases sqlite,postgresql"

Every database grows from size to size. ``--keep FOLDER`` keeps SQLite's file, so that the next run
finds its pages there; PostgreSQL's are kept by a server of your own in COP_TEST_POSTGRES.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.demo_site import ROOT
from tools.postgres import server

DATABASES = ("sqlite", "postgresql")


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--sizes", default="10000,50000", help="pages, the smallest first")
    asked.add_argument("--databases", default=",".join(DATABASES))
    asked.add_argument("--rounds", default="60", help="questions of each sort")
    asked.add_argument("--keep", help="folder for SQLite's file")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for database in options.databases.split(","):
            status = _measure(database, folder, options.sizes, options.rounds)
            if status:
                return status
    return 0


def _measure(database: str, folder: Path, sizes: str, rounds: str) -> int:
    """In a process of its own: settings name one database."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "benchmarks.search_settings",
        "COP_BENCHMARK": str(folder),
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "search", ROOT / "site"))),
    }
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.corpus", sizes, rounds]
    if database == "sqlite":
        environment.pop("COP_TEST_POSTGRES", None)
        return _run(command, environment)
    with server() as address:
        return _run(command, {**environment, "COP_TEST_POSTGRES": address})


def _run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, env=environment, cwd=ROOT).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
