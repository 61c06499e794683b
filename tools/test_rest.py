"""What ``make test-all`` runs after the fast tests; one failure fails the whole, all of it runs.

Parts can be named, as ``python tools/test_rest.py browser lighthouse``; the names are in ``PARTS``.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tools.demo_site import SERVED, served_demo
from tools.packages import install
from tools.postgres import server

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest"]
#: The hosts beside the reference site, as the settings of their tests.
HOSTS = ("own_apps", "custom_base")


#: Tests of a search server that start and kill processes, or go through both databases themselves.
ONCE = ("killed_rebuild", "moving", "outage", "three_nodes")


def run(title: str, command: list[str], **variables: str) -> list[str]:
    """The title again if the command failed."""
    print(f"\n=== {title}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}).returncode
    print(f"=== {title}: {'FAILED' if code else 'ok'} ({time.monotonic() - started:.0f} s)")
    return [title] if code else []


def postgres(address: str) -> list[str]:
    fast = [*PYTEST, "--numprocesses", "auto"]
    return run("the fast tests on PostgreSQL", fast, COP_TEST_POSTGRES=address)


def hosts(address: str) -> list[str]:
    return [
        title for host in HOSTS for title in _host(host, f"tests.hosts.{host}.settings", address)
    ]


def reference(address: str) -> list[str]:
    return _host("the reference site", "cop_site.settings.test", address)


def _host(name: str, settings: str, address: str) -> list[str]:
    command = [*PYTEST, "--migrations", "tests/hosts", f"--ds={settings}"]
    failed = run(f"host {name}, SQLite", command)
    return failed + run(f"host {name}, PostgreSQL", command, COP_TEST_POSTGRES=address)


def chance(address: str) -> list[str]:
    """Lists, counts and queries by chance, from a new seed that is told first: 1,000 states, or as
    many as ``COP_RANDOM_EXAMPLES`` says."""
    seed = os.environ.get("COP_RANDOM_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\nCOP_RANDOM_SEED={seed} plays these again", flush=True)
    names = ("oracle", "oracle_page", "hostile")
    files = [f"tests/search/test_{name}.py" for name in names]
    tests = [*PYTEST, "--numprocesses", "auto", *files]
    examples = os.environ.get("COP_RANDOM_EXAMPLES", "1000")
    chosen = {"COP_RANDOM_SEED": seed, "COP_RANDOM_EXAMPLES": examples}
    failed = run("by chance, SQLite", tests, **chosen, COP_TEST_POSTGRES="")
    return failed + run("by chance, PostgreSQL", tests, **chosen, COP_TEST_POSTGRES=address)


def packaging(address: str) -> list[str]:
    return run("the wheel in a new site", [*PYTEST, "-m", "packaging", "tests/packaging"])


def benchmark(address: str) -> list[str]:
    """On a small corpus, to keep it alive: what it measures there says nothing."""
    return run(
        "the benchmarks", [*PYTEST, "-m", "benchmark", "tests/search"], COP_TEST_POSTGRES=address
    )


def browser(address: str) -> list[str]:
    """All of it on one demo: visitors on two workers, then those who sign in, in turn."""
    if failed := npm():
        return failed
    tests = [*PYTEST, "tests/browser", "-m"]
    visitors = [*tests, "browser and not signed_in", "--numprocesses=2"]
    with tempfile.TemporaryDirectory() as scratch, served_demo(Path(scratch)) as demo:
        told = Path(scratch) / "served.json"
        demo.tell(told)
        failed = run("a browser: visitors", visitors, **{SERVED: str(told)})
        signed_in = [*tests, "browser and signed_in"]
        return failed + run("a browser: who signs in", signed_in, **{SERVED: str(told)})


def lighthouse(address: str) -> list[str]:
    return run("Lighthouse", [sys.executable, "-m", "tools.lighthouse"], PYTHONPATH=str(ROOT))


def npm() -> list[str]:
    return [] if install() else ["the page checkers from npm"]


def matrix(address: str) -> list[str]:
    return run("the matrix of hosts", [sys.executable, "-m", "nox"], COP_TEST_POSTGRES=address)


def search_server(address: str) -> list[str]:
    """A real Elasticsearch, on each database. Tests that kill processes take minutes: they are run
    on one, and with fewer edits than by themselves."""
    tests = [*PYTEST, "-m", "search_server", "tests/search_server"]
    edits = {"COP_OUTAGE_EDITS": os.environ.get("COP_OUTAGE_EDITS", "100")}
    failed = run("a search server, SQLite", tests, COP_TEST_POSTGRES="", **edits)
    once = [f"--deselect=tests/search_server/test_{name}.py" for name in ONCE]
    return failed + run("a search server, PostgreSQL", [*tests, *once], COP_TEST_POSTGRES=address)


def localize_suite(address: str) -> list[str]:
    """wagtail-localize's own tests, without our app and with it."""
    return run("wagtail-localize's own tests", [sys.executable, "-m", "tools.localize_suite"])


PARTS = {
    "postgres": postgres,
    "hosts": hosts,
    "reference": reference,
    "chance": chance,
    "benchmark": benchmark,
    "packaging": packaging,
    "localize_suite": localize_suite,
    "search_server": search_server,
    "browser": browser,
    "lighthouse": lighthouse,
    "matrix": matrix,
}


#: What the matrix runs as well, with other versions: for who changes something and asks at once.
WHEN_NAMED = {"postgres", "hosts"}
#: What mostly waits for packages and needs one core: it runs beside the others, and what it says
#: is printed when all have ended.
BESIDE = {"packaging"}


@contextmanager
def beside(names: list[str], failed: list[str]) -> Iterator[None]:
    """Runs these parts as processes of their own meanwhile, and adds those that failed."""
    with ExitStack() as files:
        started = []
        for name in names:
            said = files.enter_context(tempfile.TemporaryFile())
            command = [sys.executable, __file__, name]
            # A group of its own, so that all of it can be ended.
            process = subprocess.Popen(
                command, cwd=ROOT, stdout=said, stderr=said, start_new_session=True
            )
            started.append((name, said, process))
        try:
            yield
        except BaseException:
            for _name, _said, process in started:
                os.killpg(process.pid, signal.SIGTERM)
            raise
        for name, said, process in started:
            code = process.wait()
            said.seek(0)
            print(said.read().decode(errors="replace"), flush=True)
            if code:
                failed.append(name)


def main(names: list[str]) -> int:
    if unknown := set(names) - set(PARTS):
        print(f"no such part: {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
        return 2
    asked = names or [name for name in PARTS if name not in WHEN_NAMED]
    meanwhile = [name for name in asked if name in BESIDE and len(asked) > 1]
    failed: list[str] = []
    with beside(meanwhile, failed), server() as address:
        for name in asked:
            if name not in meanwhile:
                failed += PARTS[name](address)
    print("\nfailed: " + ", ".join(failed) if failed else "\nAll of it passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
