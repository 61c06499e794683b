"""Publishing a translation, and the deliberate act of publishing one that is unfinished.

:func:`publish` is what code should call, for one translation at a time::

    left = publishing.publish(translation, request.user)
    if left:
        ...  # nothing is live that was not; ``left`` says what is missing

It builds the target from what is approved, and puts it before visitors only when all of its text
is. ``anyway=True`` is the deliberate act: the person, who needs the right to publish, takes it upon
themselves, which is stored with the revision and logged. Around calls of Wagtail's own that
publish (``revision.publish()``, ``save_target()``), the act is ``with on_purpose(user):``; without
it they raise :class:`UnfinishedError`, and inside of :func:`skipping` they leave the page as it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import DraftStateMixin, Revision

from cop_blocks.translation.completeness import Unfinished, unfinished
from cop_blocks.translation.rights.may import may_publish


class UnfinishedError(PublishPermissionError):
    """Raised instead of publishing. Whatever answers Wagtail's own "no permission" answers this."""

    def __init__(
        self,
        title: str,
        left: list[Unfinished],
        translation: int | None = None,
        revision: int | None = None,
    ) -> None:
        number = len(left)
        first = "; ".join(f"{each.label}: {each.source}" for each in left[:3])
        said = ngettext(
            "“%(title)s” is not published: %(number)d text is not translated and approved yet "
            "(%(first)s).",
            "“%(title)s” is not published: %(number)d texts are not translated and approved yet "
            "(%(first)s).",
            number,
        )
        # The message alone: Wagtail's APIs make their answers of the arguments of a refusal.
        super().__init__(said % {"title": title, "number": number, "first": first})
        self.title, self.left = title, left
        self.translation, self.revision = translation, revision

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.title, self.left, self.translation, self.revision)


@dataclass(slots=True)
class Skipped:
    """What was left as it is, with what is unfinished of it."""

    target: Any
    left: list[Unfinished] = field(repr=False)


_person: ContextVar[Any] = ContextVar("person", default=None)
_skipped: ContextVar[list[Skipped] | None] = ContextVar("skipped", default=None)


@contextmanager
def on_purpose(user: Any) -> Iterator[None]:
    """What is published inside, is published by this person whatever it lacks."""
    token = _person.set(user)
    try:
        yield
    finally:
        _person.reset(token)


@contextmanager
def skipping() -> Iterator[list[Skipped]]:
    """For many at once: one that is unfinished does not hold up the others. Gives those."""
    skipped: list[Skipped] = []
    token = _skipped.set(skipped)
    try:
        yield skipped
    finally:
        _skipped.reset(token)


def pass_on(skipped: list[Skipped]) -> None:
    """To a :func:`skipping` around this one."""
    outer = _skipped.get()
    if outer is not None:
        outer.extend(skipped)


def publish(translation: Any, user: Any, *, anyway: bool = False) -> list[Unfinished]:
    """Gives what is unfinished, in which case nothing went live; with ``anyway``, and for what has
    no drafts, it did.

    Raises ``PublishPermissionError`` where the person may not publish the target, and what
    ``Translation.save_target()`` raises (``ValidationError``). Within a transaction the page goes
    live when that is done.
    """
    target = translation.get_target_instance()
    if not may_publish(user, target):
        raise PublishPermissionError(_("You have no right to publish this."))
    if not isinstance(target, DraftStateMixin):
        translation.save_target(user=user)
        return unfinished(translation)
    with on_purpose(user if anyway else None), skipping() as skipped:
        translation.save_target(user=user, publish=True)
    return skipped[0].left if skipped else []


def let_through(target: Any, left: list[Unfinished], revision: Revision | None = None) -> bool:
    """Whether what is unfinished goes live nonetheless: a person says so now, or did when the
    revision was scheduled. Raises ``PublishPermissionError`` where that person may not."""
    from cop_blocks.translation.models import Consent

    if not left or (revision is not None and Consent.objects.covers(revision, left)):
        return True
    person = _person.get()
    if person is None:
        return False
    if target is not None and not may_publish(person, target):
        raise PublishPermissionError(_("You have no right to publish this."))
    return True


def person() -> Any | None:
    """Who publishes on purpose just now."""
    return _person.get()


def hold_back(
    target: Any,
    left: list[Unfinished],
    translation: Any | None = None,
    revision: Revision | None = None,
) -> None:
    """Tells whoever asked: by an exception, or by the list of :func:`skipping`."""
    skipped = _skipped.get()
    if skipped is None:
        raise UnfinishedError(
            str(target), left, getattr(translation, "pk", None), getattr(revision, "pk", None)
        )
    skipped.append(Skipped(target, left))
