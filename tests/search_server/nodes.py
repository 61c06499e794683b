"""A real Elasticsearch for tests: nodes put together from its jars, started, stopped, killed.

The distribution lies in no package registry, its jars do. They are fetched once, by Maven, into
``.cache/search-server``; a JDK compiles the few lines of ``SearchServer.java`` at each start.
"""

import os
import re
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.postgres import free_port

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
#: The Java from which there is no security manager any more.
_UNMANAGED = 24


class Missing(Exception):
    """A release cannot be run here; the message says why."""


@dataclass(frozen=True)
class Release:
    version: str
    #: The oldest Java on which it runs.
    java: int


EIGHT = Release("8.19.21", 17)
NINE = Release("9.5.3", 21)
#: What tests run on that do not ask for a release: the older, or ``COP_SEARCH_SERVER=9``.
USUAL = NINE if os.environ.get("COP_SEARCH_SERVER") == "9" else EIGHT


#: Jars of the module that speaks HTTP; they may not lie with the others.
_MODULE = ("transport-netty4", "netty-", "elasticsearch-ssl-config")
#: In seconds.
_START = 90


def _descriptor(release: Release) -> str:
    return f"""name=transport-netty4
description=HTTP and transport
classname=org.elasticsearch.transport.netty4.Netty4Plugin
version={release.version}
elasticsearch.version={release.version}
java.version={release.java}
"""


@cache
def java(release: Release) -> tuple[str, int]:
    """The oldest Java that will do, with its number: that of the path, or another that is installed
    beside it."""
    known = [shutil.which("java"), *map(str, Path("/usr/lib/jvm").glob("*/bin/java"))]
    if home := os.environ.get("JAVA_HOME"):
        known.append(f"{home}/bin/java")
    numbers = {path: _number(path) for path in filter(None, known)}
    fit = [(number, path) for path, number in numbers.items() if number >= release.java]
    if not fit:
        raise Missing(f"Elasticsearch {release.version} needs Java {release.java} or newer")
    number, path = min(fit)
    return path, number


def _number(path: str) -> int:
    told = subprocess.run([path, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def jars(release: Release = EIGHT) -> Path:
    """The folder that holds the jars; they are fetched where they are missing."""
    folder = ROOT / ".cache" / "search-server" / release.version / "jars"
    if not any(folder.glob(f"elasticsearch-{release.version}.jar")):
        if not shutil.which("mvn"):
            raise SystemExit(
                "Maven is missing. This installs it: sudo apt-get install maven "
                "openjdk-17-jdk-headless"
            )
        command = ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
        command += [f"-Delasticsearch.version={release.version}", f"-DoutputDirectory={folder}"]
        if subprocess.run(command).returncode:
            raise Missing(f"Maven cannot fetch the jars of Elasticsearch {release.version}")
    return folder


class Node:
    """One node; ``start`` it as often as it was stopped or killed, with what it had on disk."""

    def __init__(
        self, home: Path, *settings: str, memory: str = "512m", release: Release = USUAL
    ) -> None:
        self.home, self.settings, self.memory = home, settings, memory
        self.java, self.java_number = java(release)
        self.port, self.transport = free_port(), free_port()
        self.process: subprocess.Popen[bytes] | None = None
        _furnish(home, release)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, wait: bool = True) -> None:
        options = [f"-Xms{self.memory}", f"-Xmx{self.memory}"]
        options += ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        if self.java_number < _UNMANAGED:
            options.append("-Djava.security.manager=allow")
        else:
            options += ["--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"]
        where = [str(self.home), str(self.port), str(self.transport)]
        command = [
            self.java,
            *options,
            "-cp",
            f"{self.home}/lib/*",
            str(HERE / "SearchServer.java"),
        ]
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


def _furnish(home: Path, release: Release) -> None:
    """The folders of a node, with links to the jars."""
    module = home / "modules" / "transport-netty4"
    for folder in (home / "lib", module, home / "config", home / "plugins", home / "logs"):
        folder.mkdir(parents=True, exist_ok=True)
    for jar in jars(release).glob("*.jar"):
        folder = module if jar.name.startswith(_MODULE) else home / "lib"
        if not (folder / jar.name).exists():
            os.symlink(jar, folder / jar.name)
    (module / "plugin-descriptor.properties").write_text(_descriptor(release))


@contextmanager
def one_node(folder: Path, release: Release = USUAL, *, memory: str = "512m") -> Iterator[Node]:
    node = Node(folder / "n", release=release, memory=memory)
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
