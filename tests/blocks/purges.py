"""A frontend cache that writes down what it is told to forget."""

from typing import Any

from wagtail.contrib.frontend_cache.backends import BaseBackend

purged: list[str] = []


class RecordingBackend(BaseBackend):
    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)

    def purge(self, url: str) -> None:
        purged.append(url)
