"""Sites made by chance: trees with every kind of match, pages of every standing."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from wagtail.models import Page, Site

from cop_blocks.models import InformationPage, Term
from cop_blocks.terms.merging import merge_terms
from tests.hosts.hostpages.models import EventPage, OfferPage, OfferPartnerRow
from tests.search import factories
from tests.search.factories import NOON, day
from tests.search.oracle.words import made_up

MATCHES = ("exact", "within", "overlap")
#: Codes that stand in several vocabularies, and codes that are parameters or values elsewhere.
CODES = ("alfa", "beta", "delft", "page", "state", "open", "offer", "kind", "x1", "nl", "q")


#: From ``NOON`` to the last day of its year, and hours around the first moment of the next one as
#: London has it, an hour after Amsterdam.
_NEW_YEAR = 199
_AROUND_NEW_YEAR = (24 * _NEW_YEAR + 10.5, 24 * _NEW_YEAR + 11.5, 24 * _NEW_YEAR + 12)


class Corpus:
    """A site in two languages beside another site. Equal seeds make equal sites."""

    def __init__(self, seed: int, size: int = 45) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.size = size
        self.words = made_up(self.chance, 24)
        self.vocabularies: dict[str, list[str]] = {}

    def make(self) -> None:
        home, english = factories.homes()
        other = self._site("other.example")
        self._make_vocabularies()
        nowhere = factories.page(Page.objects.get(depth=1), "Nergens")
        parents = [home, home, english, other, nowhere]
        for _ in range(6):
            parents.append(self._page(self.chance.choice(parents)))
        for _ in range(self.size - 6):
            self._page(self.chance.choice(parents))
        self._hide(parents[5:])
        self._merge()

    def _site(self, host: str) -> Any:
        home = InformationPage(title="Elders", slug="elders", locale=factories.locale("nl"))
        Page.objects.get(depth=1).add_child(instance=home)
        Site.objects.create(hostname=host, root_page=home)
        return home

    def _make_vocabularies(self) -> None:
        """One of each match at least, and up to two more; a tree may be a list, or a chain."""
        matches = [*MATCHES, *self.chance.choices(MATCHES, k=self.chance.randint(0, 2))]
        for number, match in enumerate(matches):
            codes = self.chance.sample(CODES, self.chance.randint(3, 9))
            depth = self.chance.choice((1, 2, 9))
            terms: dict[str, str | None] = {}
            for code in codes:
                nearest = list(terms)[-depth:]
                terms[code] = self.chance.choice([None, *nearest]) if match != "exact" else None
            vocabulary = f"{match}-{number}"
            factories.vocabulary(vocabulary, terms, match=match, sort_order=number)
            self.vocabularies[vocabulary] = codes
            for term in Term.objects.filter(vocabulary__code=vocabulary):
                self._name(term)

    def _name(self, term: Term) -> None:
        for label in term.labels.all():
            label.label = self._text(1)
            label.alternatives = "\n".join(self._text(2) for _ in range(self.chance.randint(0, 2)))
            label.save()
        if self.chance.random() < 0.1:
            term.is_retired = True
            term.save()

    def _page(self, parent: Any) -> Any:
        model = self.chance.choice((OfferPage, OfferPage, EventPage, InformationPage))
        page = factories.page(
            parent,
            self._text(3),
            model=model,
            terms=self._terms(),
            live=self.chance.random() < 0.85,
            expire_at=self._sometimes(0.25, self._moment),
            first_published_at=self._sometimes(0.7, self._moment),
            **getattr(self, f"_fields_of_{model.__name__.lower()}")(),
        )
        if model is OfferPage and self.chance.random() < 0.5:
            page.partner_rows = [OfferPartnerRow(partner=self._text(2))]
            page.save()
        if self.chance.random() < 0.2:
            # A draft with other words, which nobody may find.
            draft = model.objects.get(pk=page.pk)
            draft.title = self._text(4)
            draft.save_revision()
        return page

    def _fields_of_offerpage(self) -> dict[str, Any]:
        return {
            "summary": self._text(2),
            "body": f"<p>{self._text(2)}</p><p>{self._text(1)}</p>",
            "opens_on": self._sometimes(0.6, self._day),
            "closes_on": self._sometimes(0.6, self._day),
            "place": self.chance.choice(("", "", "", "closed")),
        }

    def _fields_of_eventpage(self) -> dict[str, Any]:
        begins = self._sometimes(0.8, self._moment)
        return {"intro": self._text(2), "text": self._text(3), "begins": begins}

    def _fields_of_informationpage(self) -> dict[str, Any]:
        body = [{"type": "text", "value": f"<p>{self._text(2)} <b>{self._text(1)}</b></p>"}]
        return {"introduction": self._text(2), "body": body}

    def _hide(self, parents: list[Any]) -> None:
        """Some pages are private, some lie below a private one; some stand elsewhere again."""
        pages = [page for page in Page.objects.filter(depth__gt=2) if page.alias_of_id is None]
        for page in self.chance.sample(pages, 4):
            factories.make_private(page)
        for parent in self.chance.sample(parents, 2):
            factories.make_private(parent)
        for page in self.chance.sample(pages, 3):
            parent = self.chance.choice(parents)
            if not parent.path.startswith(page.path):
                page.specific.create_alias(
                    parent=Page.objects.get(pk=parent.pk), update_slug=f"ook-{page.pk}"
                )

    def _merge(self) -> None:
        for vocabulary, codes in self.vocabularies.items():
            if self.chance.random() < 0.6:
                gone, kept = (f"{vocabulary}.{code}" for code in self.chance.sample(codes, 2))
                merge_terms(factories.term(gone), factories.term(kept))

    def _terms(self) -> list[str]:
        return [
            f"{vocabulary}.{code}"
            for vocabulary, codes in self.vocabularies.items()
            for code in self.chance.sample(codes, self.chance.choice((0, 1, 1, 2, 3)))
        ]

    def _text(self, most: int) -> str:
        return " ".join(self._some_words(1, most)).capitalize()

    def _some_words(self, least: int, most: int) -> list[str]:
        return self.chance.sample(self.words, self.chance.randint(least, most))

    def _sometimes(self, share: float, make: Any) -> Any:
        return make() if self.chance.random() < share else None

    def _day(self) -> Any:
        return day(self.chance.choice((-500, -30, -1, 0, 1, 2, 40, _NEW_YEAR, _NEW_YEAR + 1)))

    def _moment(self) -> datetime:
        hours = self.chance.choice((-9000, -900, -25, -1, 0, 1, 12, 26, 1000, *_AROUND_NEW_YEAR))
        return (NOON + timedelta(hours=hours)).astimezone(UTC)
