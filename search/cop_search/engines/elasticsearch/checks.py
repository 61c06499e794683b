"""A wrong ``COP_SEARCH``, told by ``manage.py check``. The server is not asked."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured

from cop_search import conf
from cop_search.engines.elasticsearch.options import OURS, has_secret, hosts, options

_KNOWN = ("engine", "hosts", "prefix", "shards", "replicas", "options", "tasks", "lease")
_HERE = ("localhost", "127.0.0.1", "::1")
#: The client reads them as late as with the first question.
_FILES = ("ca_certs", "client_cert", "client_key")
_EXAMPLE = 'COP_SEARCH = {"engine": "elasticsearch", "hosts": ["https://search.example:9200"]}'


def check_search_server(**kwargs: Any) -> list[CheckMessage]:
    """It can be reached as it is written."""
    problems = [_error(*problem) for problem in _problems()]
    return problems or [*_in_the_clear()]


def _problems() -> Iterator[tuple[str, str]]:
    """What is wrong, with a hint; of the last steps the first only."""
    written = conf.search_server_as_written()
    if not written:
        return
    if not conf.search_server():
        yield (
            f'its engine is {written.get("engine")!r}, and only "elasticsearch" is known',
            _EXAMPLE,
        )
        return
    for name in written.keys() - set(_KNOWN):
        yield f"it has {name!r}, which is nothing", f"Known are {', '.join(_KNOWN)}."
    for name in written.get("options", {}).keys() & set(OURS):
        hint = "Leave it out: how long a server may take is fixed."
        yield f'{name!r} in its "options" has no effect', hint
    try:
        conf.search_prefix()
    except ImproperlyConfigured as problem:
        yield str(problem), 'Write letters, digits, "-" and "_" only, as in "prefix": "cop".'
    if not isinstance(written.get("hosts"), list | tuple) or not hosts():
        yield 'it has no list "hosts"', _EXAMPLE
        return
    yield from _client()


def _client() -> Iterator[tuple[str, str]]:
    """A client is made as it will be; it asks for nothing."""
    if find_spec("elasticsearch") is None:
        yield "its client is not installed", 'Run pip install "wagtail-cop[elasticsearch]".'
        return
    from cop_search.engines.elasticsearch import reading_client, writing_client

    given = options()
    missing = [name for name in _FILES if name in given and not Path(given[name]).is_file()]
    if missing:
        told = f'{missing[0]} in its "options" is {given[missing[0]]!r}, which is no file'
        yield told, "Give the whole path, and let the process read it."
        return
    try:
        reading_client.breaker()
        writing_client.client()
    except ImproperlyConfigured as problem:
        yield f"no client can be made of it: {problem.__cause__}", _EXAMPLE


def _error(problem: str, hint: str) -> CheckMessage:
    return Error(f"COP_SEARCH: {problem}.", hint=hint, id="cop_search.E004")


def _in_the_clear() -> Iterator[CheckMessage]:
    clear = [
        host
        for host in hosts()
        if (parts := urlsplit(host)).scheme == "http" and parts.hostname not in _HERE
    ]
    if clear and has_secret(options()):
        yield Warning(
            f"The password or API key of the search server goes to {clear[0]} in the clear.",
            hint='Write https://, and in "options" the "ca_certs" of a server with a certificate '
            "of its own.",
            id="cop_search.W009",
        )
