"""A site of several processes for the tests that kill some of them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]


class ServedSite:
    def __init__(self, folder: Path, database: str, hosts: list[str], **more: Any) -> None:
        self.folder = folder
        served = json.dumps({"database": database, "hosts": hosts, **more})
        self.environment = {
            **os.environ,
            "COP_SERVED": served,
            "DJANGO_SETTINGS_MODULE": "tests.search_server.served",
            "PYTHONPATH": os.pathsep.join(str(ROOT / each) for each in ("", "search", "site")),
        }
        self.manage("migrate", "--run-syncdb", "--verbosity", "0")
        self.run("-m", "tests.search_server.people", "make")

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        with (self.folder / "errors.txt").open("a") as errors:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def run(self, *arguments: str, code: int = 0) -> str:
        process = self.start(*arguments)
        told, _ = process.communicate(timeout=600)
        assert process.returncode == code, f"{arguments}: {process.returncode}\n{told}{self.errors}"
        return told

    def manage(self, *arguments: str, code: int = 0) -> str:
        return self.run("-m", "django", *arguments, code=code)

    def ask(self, lines: str) -> Any:
        """What these lines of Python print, as JSON."""
        setup = "import django, json; django.setup()\n"
        return json.loads(self.run("-c", setup + lines))

    def edits(self, seed: str, number: int, *more: int) -> "subprocess.Popen[str]":
        told = map(str, (number, *more))
        return self.start("-m", "tests.search_server.people", "edit", seed, *told)

    def drainer(self) -> "subprocess.Popen[str]":
        return self.start("-m", "django", "cop_search_drain", "--watch", "--every", "0.2")

    @property
    def errors(self) -> str:
        return (self.folder / "errors.txt").read_text()[-3000:]


@contextmanager
def served_site(folder: Path, hosts: list[str], **more: Any) -> Iterator[ServedSite]:
    """On the database of the tests: a file, or one of its own on the PostgreSQL of the tests."""
    address = os.environ.get("COP_TEST_POSTGRES")
    if not address:
        yield ServedSite(folder, str(folder / "site.sqlite3"), hosts, **more)
        return
    import psycopg

    name = f"served_{os.getpid()}_{folder.name}".replace("-", "_").lower()
    url = urlsplit(address)._replace(path="/postgres").geturl()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield ServedSite(folder, name, hosts, **more)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
