"""Offers (the host's page type with facts) in a group of translations, made as a host would."""

from datetime import date
from typing import Any

from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.facts import facts_source
from tests.hosts.hostpages.models import OfferPage, OfferPartnerRow, OfferStepRow

FACTS: dict[str, Any] = {
    "opens_on": date(2026, 9, 1),
    "closes_on": date(2026, 9, 30),
    "amount": "2500.00",
    "place": "Rotterdam",
    "website": "https://example.org/",
}


def locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def home(language: str = "nl") -> Page:
    """The home page in a language; all of them are translations of one another."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        title="Root", slug="root", locale=locale("nl")
    )
    homes = root.get_children()
    found = homes.filter(locale=locale(language)).first()
    if found is not None:
        return found
    page = Page(title=f"Home {language}", slug=f"home-{language}", locale=locale(language))
    if (other := homes.first()) is not None:
        page.translation_key = other.translation_key
    return root.add_child(instance=page)


def make_offer(language: str = "nl", live: bool = True, **fields: Any) -> Any:
    """A source with two partners and two steps, with a revision as the editor leaves one."""
    fields.setdefault("title", f"Offer ({language})")
    offer: Any = OfferPage(locale=locale(language), live=False, **{**FACTS, **fields})
    offer.partner_rows = [
        OfferPartnerRow(partner="Haven", share=60, sort_order=0),
        OfferPartnerRow(partner="Gemeente", share=40, sort_order=1),
    ]
    offer.step_rows = [
        OfferStepRow(title="Vraag aan", minutes=10, locale=locale(language), sort_order=0),
        OfferStepRow(title="Lever in", minutes=20, locale=locale(language), sort_order=1),
    ]
    home(language).add_child(instance=offer)
    revision = offer.save_revision()
    if live:
        revision.publish()
    return fresh(offer)


def translate(offer: Any, language: str = "en", live: bool = True) -> Any:
    """A translation as simple_translation makes one, its title translated."""
    home(language)
    page = offer.copy_for_translation(locale(language))
    page.title = f"Offer ({language})"
    for row in page.step_rows.all():
        row.title = f"{row.title} ({language})"
        row.save()
    revision = fresh(page, title=page.title).save_revision()
    if live:
        revision.publish()
    return fresh(page)


def group(*languages: str, live: bool = True) -> tuple[Any, ...]:
    """A live source in nl and its translations."""
    source = make_offer()
    return (source, *(translate(source, language, live=live) for language in languages))


def fresh(page: Any, **fields: Any) -> Any:
    """The stored row, read again, with these fields changed in memory."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    return page


def publish(page: Any, **fields: Any) -> Any:
    """Change facts (or text) of a page as the editor does: a draft, and then its publication."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return fresh(page)


def source_id(page: Any) -> int | None:
    """The page whose facts this one shows; ``None``: its own."""
    source = facts_source(page)
    return source.pk if source else None
