"""What an organisation offers and what it did, for its page."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.reach import own_pages
from cop_blocks.sections import Section
from cop_catalog.models import (
    GoodPracticeOrganisation,
    GoodPracticePage,
    InitiativeOrganisation,
    InitiativePage,
)

if TYPE_CHECKING:
    from django.http import HttpRequest

#: One page of an organisation shows no more of a kind than this.
MOST = 100


@dataclass(frozen=True, slots=True)
class InRole:
    """The pages in which an organisation has one role."""

    label: str
    pages: tuple[Any, ...]


def initiatives_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The initiatives of an organisation, by role."""
    roles = _by_role(
        own_pages(InitiativePage, request),
        InitiativeOrganisation.objects.filter(organisation=subject).values_list(
            "initiative", "role"
        ),
        InitiativeOrganisation.Role,
    )
    return _section("cop_catalog/sections/organisation_initiatives.html", roles)


def practices_section(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The good practices that an organisation had a part in."""
    roles = _by_role(
        own_pages(GoodPracticePage, request),
        GoodPracticeOrganisation.objects.filter(organisation=subject).values_list(
            "good_practice", "role"
        ),
        GoodPracticeOrganisation.Role,
    )
    return _section("cop_catalog/sections/organisation_practices.html", roles)


def _section(template: str, roles: list[InRole]) -> Section | None:
    return Section(template, {"roles": roles}) if roles else None


def _by_role(pages: Any, rows: Any, roles: Any) -> list[InRole]:
    """One entry a role, in the order of the roles; two statements."""
    in_role: dict[str, set[int]] = defaultdict(set)
    for page_id, role in rows:
        in_role[role].add(page_id)
    ids = set().union(*in_role.values())
    if not ids:
        return []
    found = pages.filter(pk__in=ids).select_related("locale").defer_streamfields()
    shown = list(found.order_by("title", "pk")[:MOST])
    entries = (
        InRole(str(role.label), tuple(page for page in shown if page.pk in in_role[role.value]))
        for role in roles
    )
    return [entry for entry in entries if entry.pages]
