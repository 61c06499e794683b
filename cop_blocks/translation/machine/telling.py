"""Says in the words of the person what the machine did, and what it did not."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_blocks.translation.machine.filling import Outcome, Problem


def tell(request: HttpRequest, outcome: Outcome) -> None:
    for level, message in said(outcome):
        messages.add_message(request, level, message)


def said(outcome: Outcome) -> list[tuple[int, str]]:
    """Each message with its level."""
    told = []
    if outcome.from_memory:
        told.append((messages.SUCCESS, _from_memory(outcome.from_memory)))
    if outcome.by_machine:
        told.append((messages.SUCCESS, _by_machine(outcome.by_machine, outcome.tool)))
    if outcome.filled:
        told.append((messages.INFO, _("A person has to approve these texts before they count.")))
    if outcome.refused:
        told.append((messages.WARNING, _refused(outcome.refused)))
    if outcome.problem is not None:
        told.append((messages.ERROR, _problem(outcome)))
    elif not outcome.filled and not outcome.refused:
        told.append((messages.WARNING, _nothing(outcome)))
    return told


def _from_memory(number: int) -> str:
    return ngettext(
        "%(number)s text was taken from earlier translations.",
        "%(number)s texts were taken from earlier translations.",
        number,
    ) % {"number": number}


def _by_machine(number: int, tool: str) -> str:
    return ngettext(
        "%(number)s text was translated by %(tool)s.",
        "%(number)s texts were translated by %(tool)s.",
        number,
    ) % {"number": number, "tool": tool}


def _refused(number: int) -> str:
    return ngettext(
        "%(number)s answer lost a link or a placeholder and was left out: translate that text "
        "yourself.",
        "%(number)s answers lost a link or a placeholder and were left out: translate those texts "
        "yourself.",
        number,
    ) % {"number": number}


def _problem(outcome: Outcome) -> str:
    tool = outcome.tool or _("The machine translator")
    if outcome.problem is Problem.LANGUAGES:
        return _("%(tool)s does not translate between these two languages.") % {"tool": tool}
    if outcome.problem is Problem.TIMEOUT:
        return _(
            "%(tool)s did not answer in time. What it translated is kept: try again for the rest, "
            "or translate that yourself."
        ) % {"tool": tool}
    return _(
        "%(tool)s cannot be used at the moment. What it translated is kept: try again later, or "
        "translate the rest yourself."
    ) % {"tool": tool}


def _nothing(outcome: Outcome) -> str:
    if outcome.left:
        return _("No earlier translation of what is left was found.")
    return _("There is nothing left to translate.")
