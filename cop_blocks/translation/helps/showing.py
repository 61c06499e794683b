"""Which of the texts somebody looks at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cop_blocks.translation.helps.gathering import Helped


class Show(Enum):
    """By what the address says after ``show=``."""

    ALL = ""
    CHANGED = "changed"
    MACHINE = "machine"
    CHECK = "check"


_NAMES: dict[Show, Promise] = {
    Show.ALL: _("All with help"),
    Show.CHANGED: _("Changed in the source"),
    Show.MACHINE: _("Not approved yet"),
    Show.CHECK: _("To be checked"),
}
_HOLDS: dict[Show, Callable[[Helped], bool]] = {
    Show.ALL: lambda each: each.is_helped,
    Show.CHANGED: lambda each: each.previous is not None,
    Show.MACHINE: lambda each: each.waits,
    Show.CHECK: lambda each: bool(each.differences or each.has_error),
}


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    number: int
    is_current: bool


def asked(value: str) -> Show:
    """What is not known shows all."""
    try:
        return Show(value)
    except ValueError:
        return Show.ALL


def shown(texts: Sequence[Helped], show: Show) -> list[Helped]:
    return [each for each in texts if _HOLDS[show](each)]


def choices(texts: Sequence[Helped], current: Show) -> list[Choice]:
    """Each with how many texts it shows."""
    return [
        Choice(show.value, str(name), len(shown(texts, show)), show is current)
        for show, name in _NAMES.items()
    ]
