"""What the page of one initiative shows beside its text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cop_catalog import labels
from cop_catalog.fields import language_name
from cop_catalog.models import GoodPracticeOrganisation, InitiativeOrganisation
from cop_catalog.state import Word
from cop_search.facade import State

if TYPE_CHECKING:
    from cop_blocks.terms.labels import TermLabels

#: The vocabularies that stand above the title, and not once more among the facts.
IN_TAGS = ("theme", "support-type")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact, with an address where there is one."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    values: tuple[Value, ...]

    @property
    def line(self) -> str:
        """Plain values in one line; empty where some lead somewhere."""
        return (
            ""
            if any(value.url for value in self.values)
            else ", ".join(str(value.text) for value in self.values)
        )


@dataclass(frozen=True, slots=True)
class PrimaryAction:
    label: str
    url: str


def initiative_facts(
    page: Any,
    organisations: Sequence[Any],
    names: "TermLabels",
    terms: "PageTerms",
    organisation_url: Callable[[Any], str],
) -> list[Fact]:
    """The side panel, in the order in which an entrepreneur asks. What is empty is left out."""
    facts = [
        *_by_role(organisations, InitiativeOrganisation.Role, organisation_url),
        _plain(_("Amount"), labels.amount_label(page)),
        _plain(_("Share"), labels.share_label(page.amount_share)),
        _plain(_("Own contribution"), _own_contribution(page)),
        _plain(_("Costs"), page.costs_note),
        *terms.facts(names),
        _plain(
            _("Help is given in"), *(language_name(code) for code in page.service_languages or ())
        ),
        _contact(page),
        _plain(_("Last checked"), _checked(page)),
    ]
    return [fact for fact in facts if fact.values]


def good_practice_facts(
    organisations: Sequence[Any],
    names: "TermLabels",
    terms: "PageTerms",
    organisation_url: Callable[[Any], str],
) -> list[Fact]:
    """The side panel of a good practice."""
    facts = [
        *_by_role(organisations, GoodPracticeOrganisation.Role, organisation_url),
        *terms.facts(names, leave_out=["theme"]),
    ]
    return [fact for fact in facts if fact.values]


@dataclass(frozen=True, slots=True)
class Part:
    """One answer of a good practice: rich text under its question."""

    heading: str
    text: str


def parts_of(page: Any) -> list[Part]:
    """The answers of a good practice that were written."""
    answers = (
        (_("What was done"), page.what_was_done),
        (_("For whom"), page.for_whom),
        (_("What it changed"), page.what_changed),
        (_("How it was tested"), page.how_tested),
    )
    return [Part(heading, text) for heading, text in answers if text]


def primary_action(page: Any, state: State) -> PrimaryAction | None:
    """To apply; or to read more, where one cannot apply (any more) or nobody said where."""
    if page.apply_url and state != State.CLOSED:
        return PrimaryAction(_("To the application"), page.apply_url)
    if page.info_url:
        return PrimaryAction(_("More information from the provider"), page.info_url)
    return None


def state_notice(word: Word) -> str:
    """What became of an initiative that one cannot turn to any more; empty for the others."""
    match word:
        case Word.WITHDRAWN:
            return _("This initiative was withdrawn.")
        case Word.MERGED:
            return _("This initiative was merged into another one.")
        case Word.CLOSED:
            return _("This initiative is closed.")
        case Word.PAUSED:
            return _("This initiative is paused.")
        case Word.USED_UP:
            return _("The budget of this initiative is used up.")
    return ""


class PageTerms:
    """The terms of one page, also of one that was never saved; one query."""

    def __init__(self, page: Any) -> None:
        terms = [row.tag for row in page.cop_term_rows.select_related("tag__vocabulary")]
        # Sorting keeps the page's order within a vocabulary.
        self._terms = sorted(terms, key=lambda t: (t.vocabulary.sort_order, t.vocabulary.code))

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        return tuple(term.code for term in self._terms if term.vocabulary.code == vocabulary)

    def labels(self, names: "TermLabels", vocabularies: Iterable[str]) -> list[str]:
        return [str(tag) for tag in names.tags(self.by_vocabulary(), vocabularies)]

    def by_vocabulary(self) -> dict[str, tuple[str, ...]]:
        """Vocabulary -> codes, in the order of the vocabularies."""
        vocabularies = dict.fromkeys(term.vocabulary.code for term in self._terms)
        return {vocabulary: self.codes(vocabulary) for vocabulary in vocabularies}

    def facts(self, names: "TermLabels", leave_out: Sequence[str] = IN_TAGS) -> list[Fact]:
        """One fact a vocabulary, in the order of the vocabularies."""
        found: dict[str, list[Value]] = defaultdict(list)
        for term in self._terms:
            vocabulary = term.vocabulary.code
            if vocabulary not in leave_out:
                found[vocabulary].append(Value(names.label(vocabulary, term.code)))
        return [Fact(names.vocabulary(code), tuple(values)) for code, values in found.items()]


def organisations_of(page: Any) -> list[Any]:
    """The rows of a page with their organisations, also of a page that was never saved."""
    return list(page.organisation_rows.select_related("organisation"))


def _by_role(rows: Sequence[Any], roles: Any, organisation_url: Callable[[Any], str]) -> list[Fact]:
    """One fact a role, in the order of the roles."""
    return [
        Fact(
            str(role.label),
            tuple(
                Value(row.organisation.name, organisation_url(row.organisation))
                for row in rows
                if row.role == role
            ),
        )
        for role in roles
    ]


def _plain(label: str, *texts: str) -> Fact:
    return Fact(label, tuple(Value(text) for text in texts if text))


def _own_contribution(page: Any) -> str:
    if page.own_contribution is None:
        return ""
    return labels.money_label(page.own_contribution, page.currency)


def _contact(page: Any) -> Fact:
    values = [Value(page.contact.name)] if page.contact else []
    email = page.contact_email or (page.contact.email if page.contact else "")
    phone = page.contact_phone or (page.contact.phone if page.contact else "")
    if email:
        values.append(Value(email, f"mailto:{email}"))
    if phone:
        values.append(Value(phone, "tel:" + "".join(c for c in phone if c in "+0123456789")))
    return Fact(pgettext("of an initiative", "Contact"), tuple(values))


def _checked(page: Any) -> str:
    if page.verified_on is None:
        return labels.checked_label(None)
    day = labels.day_label(page.verified_on)
    if page.verified_by is None:
        return day
    return _("%(day)s, by %(organisation)s") % {"day": day, "organisation": page.verified_by.name}
