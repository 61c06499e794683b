"""Whether a search server holds all of it, so that it may answer and be told of changes."""

from collections.abc import Collection
from enum import Enum

from cop_search.delivery.target import Target
from cop_search.models import Document, Outbox, Reader


class Readiness(Enum):
    READY = ""
    #: Never, or pages changed while it was switched off.
    NOT_FILLED = "The search server is not filled yet: run manage.py cop_search_rebuild"
    OTHERWISE = (
        "The search server was filled by another version of cop_search: run manage.py "
        "cop_search_rebuild"
    )


def readiness(reader: Reader | None, target: Target) -> Readiness:
    """The server is not asked."""
    if reader is None or not reader.is_complete:
        return Readiness.NOT_FILLED
    return Readiness.READY if reader.made_with == target.schema else Readiness.OTHERWISE


def is_complete(name: str) -> bool:
    """One statement. Where it is not, the tables are to answer."""
    return Reader.objects.filter(name=name, is_complete=True).exists()


def why_rebuild(name: str, target: Target) -> str:
    """Why the server is to be filled anew; empty where it is not. One statement."""
    return readiness(Reader.objects.filter(name=name).first(), target).value


def has_others(name: str, locale: str, site_id: int, page_ids: Collection[int]) -> bool:
    """Whether the server should hold pages of that language and site beside those given: they are
    in the tables, and nothing of them waits. One statement."""
    waits = Outbox.objects.filter(reader=name).values("page_id")
    there = Document.objects.filter(locale__iexact=locale, site_id=site_id)
    return there.exclude(page_id__in=page_ids).exclude(page_id__in=waits).exists()


def forget_what_waits(name: str) -> None:
    """Of a server that is not complete: a rebuild that begins now reads all pages after it."""
    if not is_complete(name):
        Outbox.objects.filter(reader=name).delete()


def note_complete(name: str, schema: str) -> None:
    Reader.objects.update_or_create(name=name, defaults={"is_complete": True, "made_with": schema})
