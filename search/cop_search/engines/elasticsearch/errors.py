"""What the client raises, as the rest of the search knows it."""

from collections.abc import Iterator
from contextlib import contextmanager

from elastic_transport import TransportError
from elasticsearch import ApiError

from cop_search.delivery.target import Away


class Refused(Away):
    """The server is there, and does not take this one: another may do well."""


#: Wrong with what is asked, too long or too much of it.
_OF_THE_REQUEST = (400, 413, 422)


@contextmanager
def told() -> Iterator[None]:
    """Whatever keeps the server from doing as it is told is ``Away``."""
    try:
        yield
    except ApiError as problem:
        kind = Refused if problem.status_code in _OF_THE_REQUEST else Away
        raise kind(_reason(problem)) from problem
    except TransportError as problem:
        raise Away(f"{type(problem).__name__}: {problem.message}") from problem


def _reason(problem: ApiError) -> str:
    body = problem.body if isinstance(problem.body, dict) else {}
    error = body.get("error")
    said = error.get("reason") if isinstance(error, dict) else None
    return f"{problem.status_code} {problem.error}" + (f": {said}" if said else "")
