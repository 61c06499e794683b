"""Let translations follow, as far as a person may, and write down what did not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from wagtail.log_actions import log
from wagtail.models import Page

from cop_blocks.translation.cascades.acts import Act

FOLLOWED = "cop_translation.followed"
STAYED = "cop_translation.stayed"


@dataclass(slots=True)
class Outcome:
    """The names of translations, as they are shown to people."""

    followed: list[str] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)


def follow(act: Act, targets: Iterable[Any], source: Any, user: Any, title: str) -> Outcome:
    """Does ``act`` to each of ``targets`` where ``user`` may; ``title`` names the source."""
    outcome = Outcome()
    for target in targets:
        name = shown(target)
        if act.may(user, target, source) and _done(act, target, source, user, title):
            outcome.followed.append(name)
        else:
            note(STAYED, act, target, user, title)
            outcome.stayed.append(name)
    return outcome


def _done(act: Act, target: Any, source: Any, user: Any, title: str) -> bool:
    """Whether it went well: what others still use, say, is not deleted. All of it, or nothing."""
    try:
        with transaction.atomic():
            if act.name != "delete":
                note(FOLLOWED, act, target, user, title)
            act.do(user, target, source)
    except (ProtectedError, RestrictedError, ValidationError, PermissionDenied):
        return False
    return True


def note(action: str, act: Act, target: Any, user: Any, title: str) -> None:
    """An entry in the history of a translation."""
    log(
        instance=target.specific_deferred if isinstance(target, Page) else target,
        action=action,
        user=user,
        data={"act": act.name, "source": title},
    )


def title_of(instance: Any) -> str:
    return instance.get_admin_display_title() if isinstance(instance, Page) else str(instance)


def shown(target: Any) -> str:
    return f"{title_of(target)} ({target.locale.get_display_name()})"
