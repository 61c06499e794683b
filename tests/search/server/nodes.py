"""A node of the client that answers as a test tells it to, and opens no socket."""

import json
from typing import Any, ClassVar

from elastic_transport import ApiResponseMeta, BaseNode, HttpHeaders
from elastic_transport._node import NodeApiResponse

HEADERS = {"x-elastic-product": "Elasticsearch", "content-type": "application/json"}


class TestNode(BaseNode):
    """Gives back what ``answers`` has first, or raises it; notes who was asked what."""

    __test__ = False
    answers: ClassVar[list[Any]] = []
    asked: ClassVar[list[tuple[int, str, str, Any]]] = []

    def perform_request(self, method, target, body=None, headers=None, request_timeout=None):
        sent = json.loads(body) if body and b"\n" not in body else body
        self.asked.append((self.config.port, method, target, sent))
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        status, said = answer
        meta = ApiResponseMeta(status, "1.1", HttpHeaders(HEADERS), 0.0, self.config)
        return NodeApiResponse(meta, json.dumps(said).encode())

    def close(self) -> None:
        pass
