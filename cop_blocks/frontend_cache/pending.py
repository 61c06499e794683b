"""What changed in a transaction, purged at once when it is committed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from asgiref.local import Local
from django.db import transaction
from django.db.models import Q

from cop_blocks.base_page import Page
from cop_blocks.frontend_cache import shown
from cop_blocks.frontend_cache.below import addresses_below
from cop_blocks.frontend_cache.registry import refresh_lists


@dataclass(slots=True)
class Pending:
    """Ids and addresses only: what they show is asked after the commit."""

    pages: set[int] = field(default_factory=set)
    #: Pages of which the types are still to be asked.
    untyped: set[int] = field(default_factory=set)
    #: (type, locale) of pages that came, went or look otherwise in lists.
    kinds: set[tuple[type, int]] = field(default_factory=set)
    #: Pages whose neighbours name them.
    named: set[int] = field(default_factory=set)
    #: (type, key) of organisations and people.
    things: set[tuple[type, Any]] = field(default_factory=set)
    #: Organisations that a page names, or named.
    organisations: set[int] = field(default_factory=set)
    terms: set[int] = field(default_factory=set)
    vocabularies: set[int] = field(default_factory=set)
    #: Paths of trees, themselves included.
    trees: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    in_all_lists: bool = False


_local = Local()


def tell(*, in_all_lists: bool = False, **changed: Iterable[Any]) -> None:
    """Have this purged when the transaction commits (now, where there is none)."""
    waiting: Pending = getattr(_local, "waiting", None) or Pending()
    for name, values in changed.items():
        getattr(waiting, name).update(values)
    waiting.in_all_lists |= in_all_lists
    _local.waiting = waiting
    # Robust: a cache that does not answer is no reason to fail. Of many calls the first does all.
    transaction.on_commit(purge, robust=True)


def purge() -> None:
    """Ask where all that is shown, and purge it in one batch."""
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    waiting: Pending | None = getattr(_local, "waiting", None)
    if waiting is None:
        return
    del _local.waiting
    refresh_lists()
    batch = PurgeBatch(waiting.urls)
    pages = list(_pages(waiting))
    batch.add_pages(pages)
    named = waiting.organisations | shown.organisations_of(waiting.named)
    batch.add_urls(addresses_below(pages, None if waiting.in_all_lists else named))
    batch.purge()


def _pages(waiting: Pending) -> Any:
    ids = {*waiting.pages, *waiting.untyped}
    kinds = set(waiting.kinds)
    if waiting.untyped:
        for page in Page.objects.filter(pk__in=waiting.untyped).select_related("content_type"):
            kinds.add((page.specific_class or Page, page.locale_id))
    if waiting.named:
        ids |= shown.around(waiting.named)
    if waiting.things:
        ids |= shown.naming(waiting.things)
    wanted = Q(pk__in=ids)
    if waiting.in_all_lists:
        wanted |= shown.all_lists()
    elif kinds:
        wanted |= shown.showing_in_lists(kinds)
    if waiting.terms or waiting.vocabularies:
        wanted |= shown.carrying(waiting.terms, waiting.vocabularies)
    for path in waiting.trees:
        wanted |= Q(path__startswith=path)
    return (
        Page.objects.live().filter(wanted).select_related("locale", "content_type").order_by("pk")
    )
