"""``python -m tools.localize_suite``: fails where our app changes what it should not.

The tests are in wagtail-localize's source distribution, fetched once into ``.cache``; so is what
they need beside the packages of this repository. With the guards off nothing may differ from a run
without our app. With them on, each test that ends in another way stands in ``differs.txt`` with the
reason, and each that stands there does.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
NAME = "wagtail-localize"
KINDS = ("control", "off", "on")


def fetch(folder: Path) -> Path:
    """The folder of the tests, with an environment beside it that can run them."""
    release = f"{NAME}=={version(NAME)}"
    source = folder / f"{NAME.replace('-', '_')}-{version(NAME)}"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        same = [f"{name}=={version(name)}" for name in ("django", "wagtail")]
        pip(folder, "install", "flit_core", f"{NAME}[testing]=={version(NAME)}", *same)
        pip(
            folder,
            *("download", "--no-deps", "--no-binary", ":all:", "--no-build-isolation"),
            *("--dest", str(folder), release),
        )
        shutil.unpack_archive(f"{source}.tar.gz", folder, filter="data")
        (folder / "ready").touch()
    return source


def pip(folder: Path, *arguments: str) -> None:
    command = [str(folder / "venv/bin/python"), "-m", "pip", "--quiet", *arguments]
    subprocess.run([*command, "--disable-pip-version-check"], check=True)


def run(source: Path) -> dict[str, dict[str, str]]:
    """How each test ended, by the kind of run; the three side by side."""
    python = source.parent / "venv/bin/python"
    started = {}
    for kind in KINDS:
        result = source.parent / f"{kind}.json"
        result.unlink(missing_ok=True)
        variables = {
            "COP_SUITE": kind,
            "COP_SUITE_RESULT": str(result),
            "DJANGO_SETTINGS_MODULE": "suite_settings",
            # Their package ``tests`` comes before ours.
            "PYTHONPATH": os.pathsep.join(map(str, (source, HERE, ROOT))),
        }
        with (source.parent / f"{kind}.log").open("w") as log:
            command = [str(python), "-W", "ignore", "-m", "django", "test", "--noinput", "tests"]
            started[kind] = subprocess.Popen(
                command, cwd=source, env={**os.environ, **variables}, stdout=log, stderr=log
            )
    for kind, process in started.items():
        if process.wait():
            raise SystemExit(f"The run “{kind}” broke off: {source.parent / f'{kind}.log'}")
    return {kind: json.loads((source.parent / f"{kind}.json").read_text()) for kind in KINDS}


def differing(control: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """The tests that ended in another way, with how; a failure's own words do not matter."""
    return {
        test: other.get(test, "was not run")
        for test in sorted(control.keys() | other.keys())
        if control.get(test, "").partition(":")[0] != other.get(test, "").partition(":")[0]
    }


def expected(listed: str) -> set[str]:
    """The tests of ``differs.txt``: below each reason, a line that begins with ``#``."""
    lines = [line.strip() for line in listed.splitlines()]
    return {line for line in lines if line and not line.startswith("#")}


def judge(ended: dict[str, dict[str, str]], listed: str) -> list[str]:
    """What is wrong, a line each."""
    off = differing(ended["control"], ended["off"])
    on = differing(ended["control"], ended["on"])
    known = expected(listed)
    return [
        *(f"with the guards off, {test} {how}" for test, how in off.items()),
        *(f"not in differs.txt: {test} {how}" for test, how in on.items() if test not in known),
        *(f"does not differ any more: {test}" for test in sorted(known - on.keys())),
    ]


def main() -> int:
    ended = run(fetch(ROOT / ".cache" / "localize-suite"))
    wrong = judge(ended, (HERE / "differs.txt").read_text())
    number = len(differing(ended["control"], ended["on"]))
    print(f"{len(ended['control'])} tests; with the guards on {number} end in another way")
    print("\n".join(wrong) or "as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
