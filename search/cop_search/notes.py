"""What is said about the address of a search: what is chosen, and what was left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cop_search.analysis import tokens
from cop_search.forms import Asked


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice, and the address without it. ``name`` and ``code`` are as the address has them."""

    name: str
    code: str
    group: str | Promise
    label: str | Promise
    remove_url: str


def chips(
    asked: Asked,
    names: Mapping[tuple[str, str], str | Promise],
    group_of: Callable[[str], str | Promise],
    url: Callable[[Asked], str],
) -> list[Chip]:
    """All that is chosen, in the order of the form."""
    found = [
        Chip(name, code, group_of(name), names[name, code], url(asked.without(name, code)))
        for name, codes in asked.chosen.items()
        for code in codes
    ]
    for name, day in zip(("from", "to"), asked.dates, strict=True):
        if day:
            label = date_format(day, "DATE_FORMAT")
            found.append(Chip(name, "", group_of(name), label, url(asked.without(name, ""))))
    found += [
        Chip("only", code, group_of("only"), names["only", code], url(asked.without("only", code)))
        for code in asked.only
    ]
    return found


def notes(asked: Asked, page: int, group_of: Callable[[str], str | Promise]) -> list[str]:
    """One sentence for each thing that was asked for and is not there."""
    found = [
        _("“%(value)s” is not known under “%(name)s”, so it was left out.")
        % {"value": Truncator(unknown.value).chars(60), "name": group_of(unknown.name)}
        for unknown in asked.unknown[:5]
    ]
    if asked.q and not any(tokens(asked.q)):
        found.append(
            _("There are no letters or digits in the search words, so they were left out.")
        )
    if asked.page > page:
        found.append(
            _("There is no page %(asked)s. This is the last one, page %(page)s.")
            % {"asked": asked.page, "page": page}
        )
    return found
