"""A real Elasticsearch for tests: nodes put together from its jars, started, stopped, killed.

The distribution lies in no package registry, its jars do. They are fetched once, by Maven, into
``.cache/search-server``; a JDK compiles the few lines of ``SearchServer.java`` at each start.
"""

import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.postgres import free_port

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VERSION = "8.19.21"
#: Jars of the module that speaks HTTP; they may not lie with the others.
_MODULE = ("transport-netty4", "netty-", "elasticsearch-ssl-config")
#: In seconds.
_START = 90

_DESCRIPTOR = f"""name=transport-netty4
description=HTTP and transport
classname=org.elasticsearch.transport.netty4.Netty4Plugin
version={VERSION}
elasticsearch.version={VERSION}
java.version=17
"""


def jars() -> Path:
    """The folder that holds the jars; they are fetched where they are missing."""
    folder = ROOT / ".cache" / "search-server" / VERSION / "jars"
    if not any(folder.glob("elasticsearch-8*.jar")):
        if not shutil.which("mvn"):
            raise SystemExit(
                "Maven is missing. This installs it: sudo apt-get install maven "
                "openjdk-17-jdk-headless"
            )
        command = ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
        subprocess.run([*command, f"-DoutputDirectory={folder}"], check=True)
    return folder


class Node:
    """One node; ``start`` it as often as it was stopped or killed, with what it had on disk."""

    def __init__(self, home: Path, *settings: str, memory: str = "512m") -> None:
        self.home, self.settings, self.memory = home, settings, memory
        self.port, self.transport = free_port(), free_port()
        self.process: subprocess.Popen[bytes] | None = None
        _furnish(home)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, wait: bool = True) -> None:
        java = [f"-Xms{self.memory}", f"-Xmx{self.memory}", "-Djava.security.manager=allow"]
        java += ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        where = [str(self.home), str(self.port), str(self.transport)]
        command = ["java", *java, "-cp", f"{self.home}/lib/*", str(HERE / "SearchServer.java")]
        with (self.home / "logs" / "out.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *where, *self.settings], stdout=log, stderr=log
            )
        if wait:
            self.wait()

    def wait(self) -> None:
        """Until it answers as one that has a master."""
        assert self.process
        end = time.monotonic() + _START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                health = f"{self.address}/_cluster/health?wait_for_status=yellow&timeout=1s"
                with urllib.request.urlopen(health, timeout=5) as answer:  # noqa: S310
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.2)
        told = (self.home / "logs" / "out.txt").read_text()[-3000:]
        raise RuntimeError(f"the search server did not start:\n{told}")

    def send(self, number: int) -> None:
        assert self.process
        self.process.send_signal(number)

    def kill(self) -> None:
        """As a machine that loses its power."""
        if self.process and self.process.poll() is None:
            self.send(signal.SIGKILL)
            self.process.wait()

    def hang(self) -> None:
        self.send(signal.SIGSTOP)

    def go_on(self) -> None:
        self.send(signal.SIGCONT)


def _furnish(home: Path) -> None:
    """The folders of a node, with links to the jars."""
    module = home / "modules" / "transport-netty4"
    for folder in (home / "lib", module, home / "config", home / "plugins", home / "logs"):
        folder.mkdir(parents=True, exist_ok=True)
    for jar in jars().glob("*.jar"):
        folder = module if jar.name.startswith(_MODULE) else home / "lib"
        if not (folder / jar.name).exists():
            os.symlink(jar, folder / jar.name)
    (module / "plugin-descriptor.properties").write_text(_DESCRIPTOR)


@contextmanager
def one_node(folder: Path) -> Iterator[Node]:
    node = Node(folder / "n")
    try:
        node.start()
        yield node
    finally:
        node.kill()


@contextmanager
def three_nodes(folder: Path) -> Iterator[list[Node]]:
    """A cluster, whole before it is handed over."""
    names = ("n1", "n2", "n3")
    nodes: list[Any] = [Node(folder / name, memory="400m") for name in names]
    seeds = ",".join(f"127.0.0.1:{node.transport}" for node in nodes)
    for name, node in zip(names, nodes, strict=True):
        node.settings = (
            f"node.name={name}",
            f"discovery.seed_hosts={seeds}",
            f"cluster.initial_master_nodes={','.join(names)}",
        )
    try:
        for node in nodes:
            node.start(wait=False)
        for node in nodes:
            node.wait()
        yield nodes
    finally:
        for node in nodes:
            node.kill()
