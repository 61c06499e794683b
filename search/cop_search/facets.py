"""What a visitor can choose: fieldsets of options with their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: A longer list scrolls in its own area.
LONG = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One code that a parameter may take, before anything is counted."""

    code: str
    label: str | Promise
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One line: what it is called, how many results it gives, whether it is chosen."""

    code: str
    label: str | Promise
    depth: int
    count: int
    checked: bool

    @property
    def is_zero(self) -> bool:
        return self.count == 0


@dataclass(frozen=True, slots=True)
class FacetView:
    """One fieldset. ``name`` is the parameter: a vocabulary's code, ``kind``, ``state`` or
    ``year``."""

    name: str
    label: str | Promise
    options: tuple[Option, ...]
    #: Whether only what lies within the chosen terms is found; ``None`` where that is no question.
    only: bool | None = None

    @property
    def only_label(self) -> str | Promise:
        return only_label(self.name)

    @property
    def is_long(self) -> bool:
        return len(self.options) > LONG

    @property
    def chosen(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.checked)


def only_label(vocabulary: str) -> str | Promise:
    """What the switch is called that leaves out what a chosen term lies within."""
    if vocabulary == "region":
        return _("Only from this region")
    return _("Only what lies within it")


def facet_view(
    name: str,
    label: str | Promise,
    choices: Sequence[Choice],
    counts: Mapping[str, int],
    chosen: Sequence[str],
    only: bool | None = None,
) -> FacetView:
    """Options keep their order and stay at zero; what is chosen shows so."""
    return FacetView(
        name,
        label,
        tuple(
            Option(
                choice.code,
                choice.label,
                choice.depth,
                counts.get(choice.code, 0),
                choice.code in chosen,
            )
            for choice in choices
        ),
        only,
    )
