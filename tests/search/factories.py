"""A site in Dutch and English with pages that carry terms, and a host's kind of page with dates."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cop_blocks.finding import Kind, PageEntry
from cop_blocks.models import InformationPage, Term, TermLabel, TermRow, Vocabulary, VocabularyLabel
from tests.hosts.hostpages.models import OfferPage

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)

OFFER = Kind("offer", "Offer", "Offers", has_states=True)

REGIONS = {
    "nl": None,
    "zuid-holland": "nl",
    "haaglanden": "zuid-holland",
    "delft": "haaglanden",
    "den-haag": "haaglanden",
    "rijnmond": "zuid-holland",
    "brabant": "nl",
}
SUPPORT = {"money": None, "subsidy": "money", "loan": "money", "advice": None}
THEMES = {"digitalisation": None, "circular": None, "human-capital": None}


def offer_entry(page: OfferPage) -> PageEntry:
    def moment(day: Any, at: time) -> datetime | None:
        return timezone.make_aware(datetime.combine(day, at)) if day else None

    return PageEntry(
        title=page.title,
        summary=page.summary,
        text=page.body,
        names=tuple(row.partner for row in page.partner_rows.all()),
        opens=moment(page.opens_on, time.min),
        closes=moment(page.closes_on, time.max),
        closed=page.place == "closed",
        sort_date=moment(page.closes_on, time.max),
        card={"amount": page.amount},
    )


def day(distance: int) -> date:
    """So many days after the day of ``NOON``, or before it."""
    return NOON.date() + timedelta(days=distance)


def locale(language: str) -> Any:
    return Locale.objects.get_or_create(language_code=language)[0]


def homes() -> tuple[Any, Any]:
    """The Dutch home page, root of the default site, and its English translation."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("nl"))
    )
    home = InformationPage(title="Thuis", slug="thuis", locale=locale("nl"))
    root.add_child(instance=home)
    english = InformationPage(
        title="Home", slug="home-en", locale=locale("en"), translation_key=home.translation_key
    )
    root.add_child(instance=english)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    return home, english


def vocabulary(code: str, terms: dict[str, str | None], **fields: Any) -> Any:
    """A vocabulary with terms given as code -> broader code, labelled in both languages."""
    made = Vocabulary.objects.create(code=code, **fields)
    VocabularyLabel.objects.create(vocabulary=made, language="nl", label=f"{code} (nl)")
    VocabularyLabel.objects.create(vocabulary=made, language="en", label=code.title())
    by_code: dict[str, Term] = {}
    for place, (term_code, broader) in enumerate(terms.items()):
        by_code[term_code] = Term.objects.create(
            vocabulary=made,
            code=term_code,
            name=f"{code}.{term_code}",
            slug=f"{code}--{term_code}",
            broader=by_code.get(broader or ""),
            sort_order=place,
        )
        for language in ("nl", "en"):
            label = f"{term_code.title()} ({language})"
            TermLabel.objects.create(term=by_code[term_code], language=language, label=label)
    return made


def vocabularies() -> None:
    """One of each match: theme exact, support within, region overlap."""
    vocabulary("theme", THEMES, sort_order=1)
    vocabulary("support", SUPPORT, match="within", is_hierarchical=True, sort_order=2)
    vocabulary("region", REGIONS, match="overlap", is_hierarchical=True, sort_order=3)


def term(key: str) -> Term:
    """A term by its neutral key: "theme.circular"."""
    return Term.objects.get(name=key)


def rows(terms: Any) -> list[TermRow]:
    """Rows of a page for terms given by neutral key, or as terms."""
    return [
        TermRow(tag=term(key) if isinstance(key, str) else key, sort_order=place)
        for place, key in enumerate(terms)
    ]


def page(
    parent: Any, title: str, *, terms: Any = (), model: Any = InformationPage, **fields: Any
) -> Any:
    """A live page in the language of its parent; ``terms`` are neutral keys or terms."""
    made = model(title=title, locale=parent.locale, **fields)
    made.cop_term_rows = rows(terms)
    # Of the parent in the database: treebeard counts children in memory.
    Page.objects.get(pk=parent.pk).add_child(instance=made)
    return model.objects.get(pk=made.pk)


def offer(parent: Any, title: str, **fields: Any) -> Any:
    return page(parent, title, model=OfferPage, **fields)


def make_private(page: Any) -> PageViewRestriction:
    made: PageViewRestriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=PageViewRestriction.LOGIN
    )
    return made
