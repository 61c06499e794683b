"""A site moves from SQLite to PostgreSQL, to a cluster and back, as docs/search.md says."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tools.postgres import server as postgres

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "search.md").read_text()

#: What a visitor finds, in an order that each engine shares, and whose answer it is; and how many
#: rows there are of all that is not derived.
STATE = """
import json
import django
django.setup()
from django.apps import apps
from cop_search.engines.elasticsearch import engine, reading_client
from cop_search.facade import SearchQuery, Sort, search

# What is found is looked at, not how fast.
engine.READ = reading_client.READ = 60.0

def found(locale, q):
    facets = ("kind", "state", "theme", "region", "support")
    asked = SearchQuery(locale=locale, q=q, facets=facets, sort=Sort.TITLE, page_size=1000)
    answer = search(asked)
    assert not answer.degraded
    engines.add(answer.engine)
    hits = [(hit.page_id, hit.title, hit.url, hit.summary) for hit in answer.hits]
    return [hits, {name: dict(counts) for name, counts in answer.facets.items()}]

engines = set()
words = ("", "subsidie", "lening", "energie advies", "ondernemers", "loan", "circulaire")
said = {f"{locale} {q}": found(locale, q) for locale in ("nl", "en") for q in words}
(answered,) = engines

derived = ("document", "documentfacet", "word", "outbox", "reader", "rebuild")
rows = {
    model._meta.label: model._default_manager.count()
    for model in apps.get_models()
    if model._meta.app_label not in ("sessions", "wagtailsearch", "auth", "contenttypes")
    and not (model._meta.app_label == "cop_search" and model._meta.model_name in derived)
}
print(json.dumps({"found": said, "rows": rows, "engine": answered}))
"""
EDITING = """
import django
django.setup()
from cop_catalog.models import InitiativePage

page = InitiativePage.objects.live().filter(locale__language_code="nl").order_by("pk")[0]
page.title = "Zonnedaklening"
page.save_revision().publish()
"""


def blocks(heading, language):
    """The lines in such blocks below a heading of the page."""
    part = PAGE.split(f"\n### {heading}\n", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]
    return re.findall(rf"```{language}\n(.*?)```", part, re.DOTALL)


def settings_of(heading):
    """What the page has one write into the settings."""
    names = {"INSTALLED_APPS": [], "os": os}
    os.environ.setdefault("DATABASE_PASSWORD", "")
    exec("\n".join(blocks(heading, "python")), names)  # noqa: S102
    return names


class Moving:
    """A site whose settings change between one command and the next."""

    def __init__(self, folder):
        self.folder = folder
        self.said: dict[str, Any] = {"media": str(folder / "media"), "apps": [], "search": None}

    def on_sqlite(self, name):
        options = {"transaction_mode": "IMMEDIATE", "timeout": 60}
        engine = "django.db.backends.sqlite3"
        database = {"ENGINE": engine, "NAME": str(self.folder / name), "OPTIONS": options}
        self.said |= {"database": database, "apps": []}

    def on_postgresql(self, mine):
        names = settings_of("From SQLite to PostgreSQL")
        database = names["DATABASES"]["default"]
        assert database.keys() >= mine.keys()
        self.said |= {"database": {**database, **mine}, "apps": names["INSTALLED_APPS"]}

    def run(self, *arguments):
        paths = os.pathsep.join(str(ROOT / each) for each in ("", "search", "site"))
        environment = {
            **os.environ,
            "COP_MOVING": json.dumps(self.said),
            "DJANGO_SETTINGS_MODULE": "tests.search_server.moving",
            "PYTHONPATH": paths,
        }
        done = subprocess.run(
            [sys.executable, "-W", "ignore", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{arguments}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout

    def follow(self, heading, only=slice(None)):
        """Each line of the page's shell blocks, in order; answers what the last one said."""
        said = ""
        for block in blocks(heading, "sh")[only]:
            for line in block.splitlines():
                python, manage, *arguments = shlex.split(line)
                assert (python, manage) == ("python", "manage.py")
                said = self.run("-m", "django", *arguments)
        return said

    def state(self):
        return json.loads(self.run("-c", STATE))


@pytest.fixture
def empty():
    """An empty database on a PostgreSQL, to be named in the settings."""
    name = f"moved_{os.getpid()}"
    with postgres() as address:
        url = urlsplit(address)
        where = url._replace(path="/postgres").geturl()
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
            try:
                yield {
                    "NAME": name,
                    "USER": url.username or "",
                    "PASSWORD": url.password or "",
                    "HOST": url.hostname or "",
                    "PORT": str(url.port or ""),
                }
            finally:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


AGREES = "The index agrees with the pages.\n"


def test_a_site_moves_to_postgresql_to_a_cluster_and_back(tmp_path, empty, raw, node):
    site = Moving(tmp_path)
    write, fill = slice(0, 1), slice(1, None)
    to_postgresql, to_cluster = "From SQLite to PostgreSQL", "To Elasticsearch"

    site.on_sqlite("before.sqlite3")
    site.run("-m", "django", "migrate", "--verbosity", "0")
    site.run("-m", "django", "cop_demo")
    first = site.state()
    assert first["engine"] == "sqlite"
    assert len(first["found"]["nl "][0]) > 50

    site.follow(to_postgresql, write)
    site.on_postgresql(empty)
    assert site.follow(to_postgresql, fill) == AGREES
    assert site.state() == {**first, "engine": "postgresql"}

    cluster = settings_of(to_cluster)["COP_SEARCH"]
    site.said["search"] = {**cluster, "hosts": [node.address], "replicas": 0}
    agree = f"{AGREES}The search server agrees with the index.\n"
    assert site.follow(to_cluster, slice(0, 1)) == agree
    assert site.state() == {**first, "engine": "elasticsearch"}

    site.run("-c", EDITING)
    site.follow(to_cluster, slice(1, None))
    edited = site.state()
    assert edited["engine"] == "elasticsearch"
    assert "Zonnedaklening" in [title for _, title, *_ in edited["found"]["nl "][0]]

    site.said["search"] = None
    assert site.follow("And back to the tables") == AGREES
    assert site.state() == {**edited, "engine": "postgresql"}

    site.follow(to_postgresql, write)
    site.on_sqlite("after.sqlite3")
    assert site.follow(to_postgresql, fill) == AGREES
    assert site.state() == {**edited, "engine": "sqlite"}
