"""What an organisation offers and what it did, for its page."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.languages import active_language
from cop_blocks.reach import own_pages
from cop_blocks.sections import Section
from cop_blocks.shown_terms import labels_of
from cop_catalog.models import (
    GoodPracticeOrganisation,
    GoodPracticePage,
    InitiativeOrganisation,
    InitiativePage,
)
from cop_catalog.themes import site_id_of
from cop_search.facade import Hit, hits_of

if TYPE_CHECKING:
    from django.http import HttpRequest

#: One page of an organisation shows no more of a kind than this.
MOST = 100


@dataclass(frozen=True, slots=True)
class InRole:
    """What an organisation has one role in."""

    label: str
    hits: tuple[Hit, ...]


def initiatives_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The initiatives of an organisation, by role."""
    rows = InitiativeOrganisation.objects.filter(
        organisation=subject, initiative__in=own_pages(InitiativePage, request)
    )
    roles = _by_role(
        rows.order_by("initiative__title", "initiative").values_list("initiative", "role"),
        InitiativeOrganisation.Role,
        request,
    )
    return _section("cop_catalog/sections/organisation_initiatives.html", roles, request)


def practices_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The good practices that an organisation had a part in."""
    rows = GoodPracticeOrganisation.objects.filter(
        organisation=subject, good_practice__in=own_pages(GoodPracticePage, request)
    )
    roles = _by_role(
        rows.order_by("good_practice__title", "good_practice").values_list("good_practice", "role"),
        GoodPracticeOrganisation.Role,
        request,
    )
    return _section("cop_catalog/sections/organisation_practices.html", roles, request)


def _section(template: str, roles: list[InRole], request: "HttpRequest | None") -> Section | None:
    return Section(template, {"roles": roles, "labels": labels_of(request)}) if roles else None


def _by_role(rows: Any, roles: Any, request: "HttpRequest | None") -> list[InRole]:
    """One entry a role, in the order of the roles; two statements."""
    in_role: dict[str, set[int]] = defaultdict(set)
    page_ids: dict[int, None] = {}
    for page_id, role in rows:
        in_role[role].add(page_id)
        page_ids[page_id] = None
    shown = hits_of(list(page_ids)[:MOST], active_language(), site_id=site_id_of(request))
    entries = (
        InRole(str(role.label), tuple(hit for hit in shown if hit.page_id in in_role[role.value]))
        for role in roles
    )
    return [entry for entry in entries if entry.hits]
