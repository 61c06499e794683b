"""Our search beside Wagtail's own, on the same pages in the same run.

    make benchmark-search ARGS="--sizes 10000,50000 --databases sqlite,postgresql"

Every database grows from size to size. ``--keep FOLDER`` keeps SQLite's file, so that the next run
finds its pages there; PostgreSQL's are kept by a server of your own in COP_TEST_POSTGRES.

The database ``elasticsearch`` is a search server beside SQLite: a node put together for the run, by
a JDK and Maven, or those that ``--hosts`` names.

    make benchmark-search ARGS="--databases elasticsearch --sizes 50000,200000 --shards 3"
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.demo_site import ROOT
from tools.postgres import server

DATABASES = ("sqlite", "postgresql")
#: Beside a database; asked for by name.
SERVER = "elasticsearch"


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--sizes", default="10000,50000", help="pages, the smallest first")
    asked.add_argument("--databases", default=",".join(DATABASES))
    asked.add_argument("--rounds", default="60", help="questions of each sort")
    asked.add_argument("--keep", help="folder for SQLite's file")
    asked.add_argument("--shards", type=int, default=1, help="of each index of the search server")
    asked.add_argument("--hosts", default="", help="of a cluster that is there; its prefix: bench")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for database in options.databases.split(","):
            with _server(database, folder, options.hosts, options.shards) as told:
                status = _measure(database, folder, options.sizes, options.rounds, told)
            if status:
                return status
    return 0


@contextmanager
def _server(database: str, folder: Path, hosts: str, shards: int) -> Iterator[dict[str, str]]:
    """What tells the settings of a search server; nothing where none is measured."""
    if database != SERVER:
        yield {}
        return
    told = {"prefix": "bench", "shards": shards}
    if hosts:
        yield {"COP_BENCHMARK_SERVER": json.dumps({**told, "hosts": hosts.split(",")})}
        return
    from tests.search_server.nodes import one_node

    with one_node(folder / "server", memory="1g") as node:
        yield {"COP_BENCHMARK_SERVER": json.dumps({**told, "hosts": [node.address]})}


def _measure(database: str, folder: Path, sizes: str, rounds: str, told: dict[str, str]) -> int:
    """In a process of its own: settings name one database."""
    environment = {
        **os.environ,
        **told,
        "DJANGO_SETTINGS_MODULE": "benchmarks.search_settings",
        "COP_BENCHMARK": str(folder),
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "search", ROOT / "site"))),
    }
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.corpus", sizes, rounds]
    if database != "postgresql":
        environment.pop("COP_TEST_POSTGRES", None)
        return _run(command, environment)
    with server() as address:
        return _run(command, {**environment, "COP_TEST_POSTGRES": address})


def _run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, env=environment, cwd=ROOT).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
