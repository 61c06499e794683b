"""Which field of the host's page becomes which of ours, as typed: ``start_date=date_from``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

#: What a session takes from an event page. Title, address and language go along by themselves.
WHEN = ("start_date", "end_date", "start_time", "end_time")
PLAIN = (
    "number", "introduction", "venue_name", "venue_address", "venue_accessibility", "mode",
    "status", "online_url", "sign_up_url", "capacity", "attendance",
)  # fmt: skip
OURS = (*WHEN, *PLAIN)


class UnknownFieldError(ValueError):
    """The message says what is not known, and what there is."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Our name -> the host's."""

    when: dict[str, str]
    plain: dict[str, str]
    body: str = ""


def read_fields(model: type[models.Model], pairs: Iterable[str], body: str = "") -> Fields:
    """``pairs`` are ``ours=theirs``. Raises :class:`UnknownFieldError`."""
    found: dict[str, str] = {}
    for pair in pairs:
        ours, sign, theirs = pair.partition("=")
        if not sign or ours not in OURS:
            raise UnknownFieldError(
                _("“%(pair)s” is not clear. Write ours=yours; ours is one of: %(known)s.")
                % {"pair": pair, "known": ", ".join(OURS)}
            )
        found[ours] = _theirs(model, theirs)
    if "start_date" not in found:
        raise UnknownFieldError(
            _("Say which field holds the date: --field start_date=…, one of: %(known)s.")
            % {"known": ", ".join(_names(model)) or "-"}
        )
    return Fields(
        when={name: found[name] for name in WHEN if name in found},
        plain={name: found[name] for name in PLAIN if name in found},
        body=_theirs(model, body) if body else "",
    )


def _theirs(model: type[models.Model], name: str) -> str:
    if name not in _names(model):
        raise UnknownFieldError(
            _("%(model)s has no field “%(field)s”. It has: %(known)s.")
            % {"model": model._meta.label, "field": name, "known": ", ".join(_names(model)) or "-"}
        )
    return name


def _names(model: type[models.Model]) -> list[str]:
    """The fields of the type itself, without those that every page has."""
    fields: Any = model._meta.local_fields
    return [field.name for field in fields if not field.is_relation]
