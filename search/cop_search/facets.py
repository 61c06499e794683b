"""What a visitor can choose: fieldsets of options with their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

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
    """One fieldset. ``name`` is the parameter: a vocabulary's code, ``kind`` or ``state``."""

    name: str
    label: str | Promise
    options: tuple[Option, ...]

    @property
    def is_long(self) -> bool:
        return len(self.options) > LONG

    @property
    def chosen(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.checked)


def facet_view(
    name: str,
    label: str | Promise,
    choices: Sequence[Choice],
    counts: Mapping[str, int],
    chosen: Sequence[str],
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
    )
