"""How the server is reached, from ``COP_SEARCH`` and the environment. Imports no client."""

import os
from collections.abc import Mapping
from typing import Any

from cop_search import conf

API_KEY, USER, PASSWORD = "COP_SEARCH_API_KEY", "COP_SEARCH_USER", "COP_SEARCH_PASSWORD"

#: How long a server may take and how often it is asked is for us to say: a visitor waits for it,
#: or a row of the outbox is taken meanwhile.
OURS = (
    "request_timeout",
    "timeout",
    "max_retries",
    "retry_on_timeout",
    "retry_on_status",
    "node_class",
    "dead_node_backoff_factor",
    "max_dead_node_backoff",
    "sniff_on_start",
    "sniff_before_requests",
    "sniff_on_node_failure",
    "sniff_on_connection_fail",
)
_SECRETS = ("api_key", "basic_auth", "bearer_auth", "http_auth")


def hosts() -> list[str]:
    return list(conf.search_server().get("hosts", ()))


def options() -> dict[str, Any]:
    """What the client is made with, but for what is ours. A secret in the settings goes before one
    in the environment."""
    given = {**conf.search_server().get("options", {})}
    if not has_secret(given):
        given |= _from_environment(os.environ)
    return {name: value for name, value in given.items() if name not in OURS}


def identity(asked: list[str], given: Mapping[str, Any]) -> str:
    """Another for another process and another setting: each has a client of its own."""
    return repr((os.getpid(), asked, sorted(given.items())))


def has_secret(given: Mapping[str, Any]) -> bool:
    return any(name in given for name in _SECRETS)


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    if key := environment.get(API_KEY):
        return {"api_key": key}
    if password := environment.get(PASSWORD):
        return {"basic_auth": (environment.get(USER, "elastic"), password)}
    return {}
