"""What is said of deleting a thing of some type; features register what they know.

Forbidden is what would take something along without a trace: what pages say of an organisation,
the sessions of a series. All else is a warning: who may delete may go on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_blocks.deleting.uses import Use


@dataclass(frozen=True, slots=True)
class Verdict:
    """``why`` says what would be lost, ``instead`` what to do rather."""

    why: str
    instead: str
    is_forbidden: bool = False


#: Gets the thing and its uses; ``None``: nothing to say.
Rule = Callable[[Any, list[Use]], Verdict | None]

_rules: list[tuple[type, Rule]] = []


def register_deletion_rule(model: type, rule: Rule) -> None:
    """Let ``rule`` judge things of ``model``; call it in ``AppConfig.ready()``."""
    if (model, rule) not in _rules:
        _rules.append((model, rule))


def verdict_on(thing: Any, uses: list[Use]) -> Verdict | None:
    """The first rule that has something to say; else that of any page in use."""
    for model, rule in _rules:
        if isinstance(thing, model) and (verdict := rule(thing, uses)):
            return verdict
    return page_in_use(uses) if uses else None


def page_in_use(uses: list[Use]) -> Verdict:
    return Verdict(
        why=ngettext(
            "%(number)d page or other item refers to it. What it says of it there disappears.",
            "%(number)d pages or other items refer to it. What they say of it there disappears.",
            len(uses),
        )
        % {"number": len(uses)},
        instead=_("Change what refers to it first, or unpublish it, so that it can come back."),
    )


def snippet_in_use(thing: Any, uses: list[Use]) -> Verdict | None:
    """Organisations and people: pages would lose them without a trace."""
    if not uses:
        return None
    return Verdict(
        why=_("“%(name)s” is in use and cannot be deleted.") % {"name": thing},
        instead=_("Take it off the pages that name it first, or name another there."),
        is_forbidden=True,
    )
