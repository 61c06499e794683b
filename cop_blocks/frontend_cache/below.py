"""Addresses below a page that are no pages: its feeds, and the organisations of their list."""

from collections.abc import Collection, Iterable
from typing import Any

from cop_blocks import feeds
from cop_blocks.models import Organisation, OrganisationIndexPageMixin, Term
from cop_blocks.share_card import CARD_PATH

THEME = "theme"


def addresses_below(pages: Iterable[Any], organisations: Collection[int] | None) -> set[str]:
    """Of the pages that are purged, those of feeds, and of these organisations (``None``: all).

    Two queries at most.
    """
    found: set[str] = set()
    themes: list[str] | None = None
    slugs: list[str] | None = None
    for page in pages:
        model = page.specific_class
        address = page.get_full_url()
        if model is None or address is None:
            continue
        if issubclass(model, OrganisationIndexPageMixin):
            slugs = _slugs(organisations) if slugs is None else slugs
            for slug in slugs:
                found |= {f"{address}{slug}/", f"{address}{slug}/{CARD_PATH}/"}
        for path in feeds.paths_of(model):
            if themes is None:
                codes = Term.objects.filter(vocabulary__code=THEME)
                themes = list(codes.values_list("code", flat=True))
            found |= {f"{address}{path}", *(f"{address}{path}{theme}/" for theme in themes)}
    return found


def _slugs(organisations: Collection[int] | None) -> list[str]:
    rows = Organisation.objects.exclude(slug="")
    if organisations is not None:
        rows = rows.filter(pk__in=organisations)
    return list(rows.values_list("slug", flat=True))
