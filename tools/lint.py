"""Everything ``make lint`` looks at; all of it runs, and one failure fails the whole."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATES = ("cop_blocks", "search/cop_search", "cop_events", "cop_catalog", "site/cop_site")
HOSTS = (
    "cop_site.settings.test",
    "tests.hosts.own_apps.settings",
    "tests.hosts.custom_base.settings",
)


def steps() -> list[tuple[str, list[str], dict[str, str]]]:
    python = sys.executable
    templates = [str(path) for part in TEMPLATES for path in sorted((ROOT / part).rglob("*.html"))]
    found: list[tuple[str, list[str], dict[str, str]]] = [
        ("ruff check", [python, "-m", "ruff", "check", "--quiet"], {}),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "--quiet"], {}),
        ("mypy", [python, "-m", "mypy"], {}),
        ("import directions", [str(BIN / "lint-imports"), "--no-cache"], {}),
        ("djhtml", [str(BIN / "djhtml"), "--check", "--tabwidth", "2", *templates], {}),
        ("translations", [python, "tools/messages.py", "check"], {}),
    ]
    for host in HOSTS:
        check = [python, "-m", "django", "makemigrations", "--check", "--dry-run"]
        path = os.pathsep.join(str(ROOT / part) for part in (".", "search", "site"))
        found.append(
            (f"migrations of {host}", check, {"DJANGO_SETTINGS_MODULE": host, "PYTHONPATH": path})
        )
    return found


def main() -> int:
    failed = []
    for name, command, variables in steps():
        started = time.monotonic()
        environment = {**os.environ, **variables}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        state = "ok" if done.returncode == 0 else "FAILED"
        print(f"{name}: {state} ({time.monotonic() - started:.0f} s)", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout.decode(errors="replace"), flush=True)
    print("lint failed: " + ", ".join(failed) if failed else "lint: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
