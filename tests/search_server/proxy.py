"""Stands before a search server, and can be in its way."""

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Proxy(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        #: Of the server behind it.
        self.behind = port
        #: The status that it answers by itself; 0 to ask the server.
        self.status = 0
        #: Called when the server has done a bulk, and its answer is not yet given.
        self.on_bulk: Callable[[], None] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who asked may be gone, or the server behind."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.server.status:
            error = {"type": "in_the_way", "reason": "told so by the test"}
            said = json.dumps({"error": error, "status": self.server.status}).encode()
            self._answer(self.server.status, "application/json", said)
            return
        behind = http.client.HTTPConnection("127.0.0.1", self.server.behind, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name != "Host"}
        try:
            behind.request(self.command, self.path, body, headers)
            answer = behind.getresponse()
            said = answer.read()
        except OSError:
            self.close_connection = True
            self.connection.close()
            return
        finally:
            behind.close()
        if self.server.on_bulk and "_bulk" in self.path:
            self.server.on_bulk()
        self._answer(answer.status, answer.getheader("Content-Type") or "", said)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _pass

    def _answer(self, status: int, kind: str, said: bytes) -> None:
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said)

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@contextmanager
def proxy(port: int) -> Iterator[Proxy]:
    with Proxy(port) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
