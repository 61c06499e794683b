"""Pages of the catalogue for search engines: a ``Service``, an ``Article`` of schema.org."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cop_blocks.jsonld import organization
from cop_blocks.parts import below
from cop_blocks.share_card import CARD_PATH

if TYPE_CHECKING:
    from cop_blocks.terms.labels import TermLabels
    from cop_catalog.detail import PageTerms


def service_data(
    page: Any, url: str, rows: Iterable[Any], names: "TermLabels", terms: "PageTerms"
) -> dict[str, Any]:
    """``GovernmentService`` where a public body provides it. ``@id`` is one for all languages."""
    by_role: dict[str, list[Any]] = {}
    for row in rows:
        by_role.setdefault(row.role, []).append(row.organisation)
    is_public = any(provider.kind == "public" for provider in by_role.get("provider", ()))
    return {
        "@type": "GovernmentService" if is_public else "Service",
        "@id": f"urn:uuid:{page.translation_key}",
        "name": page.title,
        "description": page.summary,
        "url": url,
        "category": terms.labels(names, ["theme"]),
        "serviceType": terms.labels(names, ["support-type"]),
        "audience": [
            {"@type": "BusinessAudience", "audienceType": label}
            for label in terms.labels(names, ["audience"])
        ],
        "areaServed": [
            {"@type": "AdministrativeArea", "name": label}
            for label in terms.labels(names, ["region"])
        ],
        "provider": _organizations(by_role.get("provider")),
        "funder": _organizations(by_role.get("funder")),
        "availableChannel": _channel(page),
        "offers": _offer(page),
    }


def article_data(
    page: Any,
    url: str,
    rows: Iterable[Any],
    names: "TermLabels",
    terms: "PageTerms",
    publisher: Any,
) -> dict[str, Any]:
    """A good practice, told by who did it."""
    by = [row.organisation for row in rows if row.role == "by"]
    return {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": page.title,
        "description": page.summary,
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": page.locale.language_code,
        "datePublished": page.first_published_at,
        "dateModified": page.last_published_at,
        "image": below(url, f"{CARD_PATH}/"),
        "author": _organizations(by),
        "publisher": organization(publisher),
        "about": [{"@type": "Thing", "name": label} for label in terms.labels(names, ["theme"])],
    }


def _organizations(organisations: Iterable[Any] | None) -> list[dict[str, Any] | None]:
    return [organization(organisation) for organisation in organisations or ()]


def _channel(page: Any) -> dict[str, Any] | None:
    address = page.apply_url or page.info_url
    if not address:
        return None
    return {
        "@type": "ServiceChannel",
        "serviceUrl": address,
        "availableLanguage": list(page.service_languages or ()),
    }


def _offer(page: Any) -> dict[str, Any] | None:
    if not (page.opens_on or page.closes_on):
        return None
    return {
        "@type": "Offer",
        "availabilityStarts": page.opens_on,
        "availabilityEnds": page.closes_on,
    }
