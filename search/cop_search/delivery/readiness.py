"""Whether a search server holds all of it, so that it may answer and be told of changes."""

from cop_search.delivery.target import Target
from cop_search.models import Outbox, Reader

NOT_FILLED = "The search server is not filled yet: run manage.py cop_search_rebuild"
OTHERWISE = (
    "The search server was filled by another version of cop_search: run manage.py "
    "cop_search_rebuild"
)


def is_complete(name: str) -> bool:
    """One statement. Where it is not, the tables are to answer."""
    return Reader.objects.filter(name=name, is_complete=True).exists()


def why_rebuild(name: str, target: Target) -> str:
    """Why the server is to be filled anew; empty where it is not. The server is not asked."""
    reader = Reader.objects.filter(name=name, is_complete=True).first()
    if reader is None:
        return NOT_FILLED
    return "" if reader.made_with == target.schema else OTHERWISE


def forget_what_waits(name: str) -> None:
    """Of a server that is not complete: a rebuild that begins now reads all pages after it."""
    if not is_complete(name):
        Outbox.objects.filter(reader=name).delete()


def note_complete(name: str, schema: str) -> None:
    Reader.objects.update_or_create(name=name, defaults={"is_complete": True, "made_with": schema})
