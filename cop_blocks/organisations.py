"""Which organisations have a page: those that something public names; and where it is.

An organisation is no page: it has one identity for all languages, and is shown below the page that
lists them (``OrganisationIndexPage``). An app says in ``ready()`` which of its rows name one, with
:func:`register_naming`; what only a draft or a private page names is shown nowhere.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from cop_blocks.languages import active_language
from cop_blocks.parts import below
from cop_blocks.reach import own_pages, own_pages_in_all_languages

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Naming:
    """Rows with a foreign key ``organisation`` and one to the page that they are of.

    ``rows`` is the label of their model; ``page`` is the name of the key to the page.
    """

    rows: str
    page: str

    def of_pages(self, pages: Callable[[Any], Any]) -> Any:
        """The rows of the pages that ``pages`` gives for their type."""
        rows = apps.get_model(self.rows)._default_manager
        return rows.filter(**{f"{self.page}__in": pages(self.page_type)}).order_by()

    @property
    def page_type(self) -> Any:
        return apps.get_model(self.rows)._meta.get_field(self.page).related_model


_namings: list[Naming] = []


def register_naming(rows: str, page: str) -> None:
    """Say that rows of this model, of public pages, name organisations."""
    naming = Naming(rows, page)
    if naming not in _namings:
        _namings.append(naming)


def is_naming(row: Any) -> bool:
    """Whether it is a row by which a page names an organisation."""
    return any(row._meta.label == naming.rows for naming in _namings)


def shown_organisations(request: "HttpRequest | None", language: str | None = None) -> Any:
    """The organisations that have a page in a language (the reader's); a queryset, by name."""
    from cop_blocks.models import Organisation

    language = language or active_language()
    named = [
        Q(
            pk__in=naming.of_pages(lambda model: own_pages(model, request, language)).values(
                "organisation"
            )
        )
        for naming in _namings
    ]
    organiser = _organiser_id(request)
    return Organisation.objects.filter(reduce(or_, named, Q(pk=organiser)))


def named_by_pages(is_such_a_page: Callable[[str], Any]) -> Q:
    """Which organisations are named by pages for which a condition holds. ``is_such_a_page`` makes
    it of the name of the column that has the page's id."""
    rows = [(apps.get_model(naming.rows)._default_manager, naming.page) for naming in _namings]
    conditions = (
        Exists(manager.filter(is_such_a_page(f"{page}_id"), organisation=OuterRef("pk")))
        for manager, page in rows
    )
    return reduce(or_, map(Q, conditions), Q(pk__in=()))


def languages_of(
    organisation_ids: Iterable[int], request: "HttpRequest | None"
) -> dict[int, frozenset[str]]:
    """In which languages each of some organisations has a page. One statement."""
    ids = list(organisation_ids)
    parts = [
        naming.of_pages(lambda model: own_pages_in_all_languages(model, request))
        .filter(organisation__in=ids)
        .values_list("organisation_id", f"{naming.page}__locale__language_code")
        for naming in _namings
    ]
    pairs = parts[0].union(*parts[1:]) if parts else []
    found: dict[int, set[str]] = defaultdict(set)
    for organisation_id, language in pairs:
        found[organisation_id].add(language)
    if (organiser := _organiser_id(request)) in ids and organiser is not None:
        from cop_blocks.reach import home_paths

        found[organiser].update(home_paths(request))
    return {pk: frozenset(languages) for pk, languages in found.items()}


def named_by(request: "HttpRequest | None") -> dict[int, Counter[Any]]:
    """For each organisation how many public pages of each type name it, in the reader's language.
    One statement for each kind of row."""
    pages: dict[int, dict[Any, set[int]]] = defaultdict(lambda: defaultdict(set))
    for naming in _namings:
        rows = naming.of_pages(lambda model: own_pages(model, request))
        for organisation_id, page_id in rows.values_list("organisation_id", naming.page):
            pages[organisation_id][naming.page_type].add(page_id)
    return {
        pk: Counter({model: len(ids) for model, ids in found.items()})
        for pk, found in pages.items()
    }


def index_address(request: "HttpRequest | None") -> str:
    """The path of the page that lists organisations, in the reader's language; empty where there
    is none. Asked for once a request and language."""
    if request is None:
        return ""
    remembered: dict[str, str] = request.__dict__.setdefault("_cop_organisations", {})
    language = active_language()
    if language not in remembered:
        remembered[language] = _index_address(request)
    return remembered[language]


def organisation_address(organisation: Any, request: "HttpRequest | None") -> str:
    """The path of the page of an organisation that a public page names; empty where there is no
    list of organisations. However many are asked for: one statement a request."""
    index = index_address(request)
    return below(index, f"{organisation.slug}/") if organisation.slug else ""


def organisation_url(organisation: Any, request: "HttpRequest | None") -> str:
    """Where a name leads: to its page on this site, or else to its own website, or else nowhere."""
    return organisation_address(organisation, request) or str(organisation.website or "")


def _index_address(request: "HttpRequest") -> str:
    from wagtail.models import get_page_models

    from cop_blocks.models import OrganisationIndexPageMixin

    for model in get_page_models():
        if issubclass(model, OrganisationIndexPageMixin):
            page = own_pages(model, request).select_related("locale").order_by("path").first()
            if page is not None:
                return str(page.get_url(request) or "")
    return ""


def _organiser_id(request: "HttpRequest | None") -> int | None:
    from cop_blocks.models import SiteSettings

    return SiteSettings.for_request(request).organiser_id if request is not None else None
