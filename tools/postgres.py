"""A PostgreSQL of our own for as long as the tests run: on a free port, in a temporary folder.

``python tools/postgres.py COMMAND...`` runs the command with its address in COP_TEST_POSTGRES.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Nothing has to outlive the tests, so nothing is waited for.
FASTER_THAN_SAFE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def programs() -> Path:
    """The folder of ``initdb``; Debian keeps it out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if found:
        return found[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).parent
    raise SystemExit("PostgreSQL is missing. This installs it: sudo apt-get install postgresql")


def _version(initdb: Path) -> int:
    return int(initdb.parent.parent.name)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def server() -> Iterator[str]:
    """The address of a running, empty server; the server of COP_TEST_POSTGRES if there is one."""
    if address := os.environ.get("COP_TEST_POSTGRES"):
        yield address
        return
    binaries, port = programs(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="cop-postgres-"))
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str | Path) -> None:
        as_user: Any = {"user": user} if os.geteuid() == 0 else {}
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True, **as_user)

    options = " ".join(f"-c {setting}" for setting in FASTER_THAN_SAFE)
    options += f" -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
    control = (binaries / "pg_ctl", "--pgdata", data, "--wait", "--silent")
    auth = (
        "--auth",
        "trust",
        "--username",
        "postgres",
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
    )
    try:
        run(binaries / "initdb", "--pgdata", data, "--no-sync", *auth)
        run(*control, "--log", folder / "log", "--options", options, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/cop"
        finally:
            run(*control, "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    with server() as address:
        environment = {**os.environ, "COP_TEST_POSTGRES": address}
        return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
