"""What the client raises, as the rest of the search knows it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from elastic_transport import TransportError
from elasticsearch import ApiError

from cop_search.delivery.target import Away


class Refused(Away):
    """The server is there, and does not take this one: another may do well."""


class TooLarge(Refused):
    """So is a proxy before it, for the size of the request."""


#: Wrong with what is asked, of what is not there, too much of it.
_OF_THE_REQUEST = {400: Refused, 404: Refused, 413: TooLarge, 422: Refused}


@contextmanager
def as_written() -> Iterator[None]:
    """Raises ``ImproperlyConfigured`` where no client can be made of ``COP_SEARCH``."""
    try:
        yield
    except (TypeError, ValueError, OSError) as problem:
        raise ImproperlyConfigured(f"COP_SEARCH: {problem}") from problem


@contextmanager
def told() -> Iterator[None]:
    """Whatever keeps the server from doing as it is told is ``Away``."""
    try:
        yield
    except ApiError as problem:
        kind = _OF_THE_REQUEST.get(problem.status_code, Away)
        raise kind(_reason(problem)) from problem
    except TransportError as problem:
        raise Away(f"{type(problem).__name__}: {problem.message}") from problem


def _reason(problem: ApiError) -> str:
    body = problem.body if isinstance(problem.body, dict) else {}
    error = body.get("error")
    said = error.get("reason") if isinstance(error, dict) else None
    return f"{problem.status_code} {problem.error}" + (f": {said}" if said else "")
