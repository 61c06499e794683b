"""The one GET form: reads what an address says, and keeps what it cannot read apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cop_search.facade import Sort, State

SORT_LABELS = {
    Sort.RELEVANCE: _("Best match"),
    Sort.DATE: _("Date"),
    Sort.TITLE: _("Title"),
    Sort.NEWEST: _("Newest first"),
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """What an address asks for and nobody knows: the parameter and what it said."""

    name: str
    value: str


class FinderForm(forms.Form):
    """Never invalid for long: every value that does not hold is left out and told by ``unknown``.

    ``choices`` maps the name of a parameter to the codes that it may take; ``only`` names the
    vocabularies of which what lies within a term may be asked for alone.
    """

    q = forms.CharField(required=False, label=_("Search words"))
    sort = forms.CharField(required=False, label=_("Sort by"))
    page = forms.CharField(required=False)

    def __init__(
        self,
        data: QueryDict,
        choices: Mapping[str, Sequence[str]],
        *,
        has_dates: bool,
        only: Sequence[str] = (),
    ) -> None:
        self.parameters = _without_nul(data)
        super().__init__(self.parameters)
        self.choices = choices
        self.only = only
        self.unknown: list[Unknown] = []
        # "from" is a keyword of Python, so these two cannot be class attributes.
        if has_dates:
            self.fields["from"] = _day(_("From"))
            self.fields["to"] = _day(_("Until"))

    def clean_q(self) -> str:
        return " ".join(self.cleaned_data["q"].split())

    def clean_sort(self) -> Sort | None:
        value = self.cleaned_data["sort"]
        known = {sort.value: sort for sort in Sort}
        if value and value not in known:
            self.unknown.append(Unknown("sort", value))
        return known.get(value)

    def clean_page(self) -> int:
        value = self.cleaned_data["page"]
        if not value:
            return 1
        # Ten digits: no list is longer, and int() has limits of its own.
        if value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0:
            return int(value)
        self.unknown.append(Unknown("page", value))
        return 1

    def read(self) -> "Asked":
        """All that the address asks for, in one value."""
        bad = [name for name in ("from", "to") if name in self.errors]
        self.unknown.extend(Unknown(name, self.data.get(name, "")) for name in bad)
        chosen = self._chosen()
        return Asked(
            q=self.cleaned_data.get("q", ""),
            chosen=chosen,
            dates=(self.cleaned_data.get("from"), self.cleaned_data.get("to")),
            sort=self.cleaned_data.get("sort"),
            page=self.cleaned_data.get("page", 1),
            only=tuple(code for code in self._known("only", self.only) if code in chosen),
            unknown=tuple(self.unknown),
        )

    def _chosen(self) -> dict[str, tuple[str, ...]]:
        """Name of a parameter -> the known codes asked for, each once, in their own order."""
        chosen = {name: self._known(name, codes) for name, codes in self.choices.items()}
        return {name: known for name, known in chosen.items() if known}

    def _known(self, name: str, codes: Sequence[str]) -> tuple[str, ...]:
        asked = set(self.parameters.getlist(name)) - {""}
        self.unknown.extend(Unknown(name, value) for value in sorted(asked.difference(codes)))
        return tuple(code for code in codes if code in asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks for. ``chosen`` holds vocabularies, ``kind``, ``state`` and ``year``."""

    q: str
    chosen: dict[str, tuple[str, ...]]
    dates: tuple[date | None, date | None]
    sort: Sort | None
    page: int
    #: Vocabularies of which only what lies within the chosen terms is asked for; each has some.
    only: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        return tuple(State(code) for code in self.chosen.get("state", ()))

    def without(self, name: str, value: str) -> "Asked":
        """The same with one choice taken back, on the first page."""
        chosen = {
            key: kept
            for key, codes in self.chosen.items()
            if (kept := tuple(code for code in codes if (key, code) != (name, value)))
        }
        dates = (
            None if name == "from" else self.dates[0],
            None if name == "to" else self.dates[1],
        )
        only = tuple(
            code for code in self.only if code in chosen and (name, value) != ("only", code)
        )
        q = "" if name == "q" else self.q
        return replace(self, q=q, chosen=chosen, dates=dates, only=only, page=1, unknown=())

    def without_filters(self) -> "Asked":
        """The same words in the same order, on the first page."""
        return Asked(self.q, {}, (None, None), self.sort, 1)

    def on_page(self, number: int) -> "Asked":
        return replace(self, page=number, unknown=())

    def query_string(self) -> str:
        """As an address says it, always in the same order; empty where nothing is asked."""
        query = QueryDict(mutable=True)
        if self.q:
            query["q"] = self.q
        for name, codes in self.chosen.items():
            query.setlist(name, list(codes))
        for name, day in zip(("from", "to"), self.dates, strict=True):
            if day:
                query[name] = day.isoformat()
        if self.only:
            query.setlist("only", list(self.only))
        if self.sort:
            query["sort"] = self.sort.value
        if self.page > 1:
            query["page"] = str(self.page)
        return query.urlencode()


def _day(label: Any) -> forms.DateField:
    """A day as browsers send it, whatever the visitor's own notation."""
    return forms.DateField(required=False, label=label, input_formats=["%Y-%m-%d"], localize=False)


def _without_nul(data: QueryDict) -> QueryDict:
    """Django answers NUL with an error at the field, PostgreSQL with an exception."""
    cleaned = QueryDict(mutable=True)
    for name in data:
        cleaned.setlist(name, _cleaned(data.getlist(name)))
    return cleaned


def _cleaned(values: Iterable[str]) -> list[str]:
    return [value.replace("\x00", "") for value in values]
