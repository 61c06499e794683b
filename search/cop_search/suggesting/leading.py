"""What of all that goes by a name leads anywhere, in one statement: terms that a findable page
carries, organisations that one names; and the titles of pages that were found."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast
from wagtail.models import get_page_models

from cop_blocks.models import Organisation, OrganisationIndexPageMixin, Term
from cop_blocks.organisations import named_by_pages
from cop_search.hidden import visible
from cop_search.models import Document, DocumentFacet

_PAGE, _TERM, _ORGANISATION = "page", "term", "organisation"


@dataclass(frozen=True, slots=True)
class Scope:
    """Among which documents something is looked for."""

    locale: str
    moment: datetime
    site_id: int | None = None
    kinds: Sequence[str] = ()
    #: Vocabulary -> codes of which a document has at least one.
    filters: Mapping[str, Collection[str]] = field(default_factory=dict)
    exclude_pages: Sequence[int] = ()

    def everywhere(self) -> Any:
        """All documents of the language and the site."""
        alive = Q(expires__isnull=True) | Q(expires__gt=self.moment)
        found = visible(Document.objects.order_by()).filter(alive, locale=self.locale)
        return found if self.site_id is None else found.filter(site_id=self.site_id)

    def documents(self) -> Any:
        found = self.everywhere().exclude(page_id__in=self.exclude_pages)
        if self.kinds:
            found = found.filter(kind__in=self.kinds)
        for dimension, codes in self.filters.items():
            carried = DocumentFacet.objects.filter(
                document=OuterRef("pk"), dimension=dimension, value__in=codes
            )
            found = found.filter(Exists(carried))
        return found


@dataclass(frozen=True, slots=True)
class Leading:
    """Each by id."""

    #: Page id, title, address, kind.
    pages: Mapping[int, tuple[int, str, str, str]]
    terms: frozenset[int]
    #: Of organisations: name, last part of the address, address of the page that lists them.
    organisations: Mapping[int, tuple[str, str, str]]


def leading(
    scope: Scope, pages: Collection[int], terms: Collection[int], organisations: Collection[int]
) -> Leading:
    """One statement; none where nothing goes by the name."""
    parts = [
        rows_of(scope, ids)
        for rows_of, ids in (
            (_pages, pages),
            (_terms, terms),
            (_organisations, organisations),
        )
        if ids
    ]
    rows: Iterable[Any] = ()
    if parts:
        first, *others = parts
        rows = first.union(*others, all=True) if others else first
    found: dict[str, dict[int, tuple[Any, ...]]] = {_PAGE: {}, _TERM: {}, _ORGANISATION: {}}
    for part, pk, page_id, *said in rows:
        found[part][pk] = (page_id, *said)
    return Leading(
        {
            pk: (page_id, title, url, kind)
            for pk, (page_id, title, url, kind) in found[_PAGE].items()
        },
        frozenset(found[_TERM]),
        {pk: (name, slug, at or "") for pk, (_, name, slug, at) in found[_ORGANISATION].items()},
    )


def _pages(scope: Scope, ids: Collection[int]) -> Any:
    rows = scope.everywhere().filter(page_id__in=ids)
    return rows.values_list(Value(_PAGE), "page_id", "page_id", "title", "url", _text("kind"))


def _terms(scope: Scope, ids: Collection[int]) -> Any:
    is_found = Exists(scope.documents().filter(pk=OuterRef("document_id")))
    carried = DocumentFacet.objects.filter(
        is_found, dimension=OuterRef("vocabulary__code"), value=OuterRef("code")
    )
    rows = Term.objects.order_by().filter(Exists(carried), pk__in=ids)
    return rows.values_list(Value(_TERM), "pk", "pk", _NOTHING, _NOTHING, _NOTHING)


def _organisations(scope: Scope, ids: Collection[int]) -> Any:
    def is_found(column: str) -> Exists:
        return Exists(scope.documents().filter(page_id=OuterRef(column)))

    # Their pages lie below the page that lists them, so without one there is nowhere to go.
    lists = [model for model in get_page_models() if issubclass(model, OrganisationIndexPageMixin)]
    is_list = reduce(or_, (Q(page_id__in=model.objects.values("pk")) for model in lists))
    address = scope.everywhere().filter(is_list).order_by("url_path").values("url")[:1]
    rows = (
        Organisation.objects.order_by()
        .annotate(listed_at=Subquery(address))
        .filter(named_by_pages(is_found), pk__in=ids, listed_at__isnull=False)
        .exclude(slug="")
    )
    return rows.values_list(
        Value(_ORGANISATION), "pk", "pk", _text("name"), _text("slug"), "listed_at"
    )


_NOTHING = Value("", output_field=TextField())


def _text(path: str) -> Cast:
    """All parts of a union have columns of one type."""
    return Cast(F(path), TextField())
