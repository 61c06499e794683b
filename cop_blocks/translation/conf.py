"""The settings that a host may set; each is read when called, never at import."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings


def is_off(guard: str) -> bool:
    """``COP_TRANSLATION_GUARDS_OFF``: ``True`` leaves wagtail-localize and Wagtail as they are; a
    list of names in :data:`cop_blocks.translation.seams.GUARDS` leaves out those."""
    off = getattr(settings, "COP_TRANSLATION_GUARDS_OFF", ())
    return off is True or guard in (off or ())


def machine_timeout() -> float:
    """``COP_TRANSLATION_MACHINE_TIMEOUT``: seconds that a request waits for the host's machine
    translator, over all of its texts."""
    value: float = getattr(settings, "COP_TRANSLATION_MACHINE_TIMEOUT", 20)
    return value


def tells_not_yet() -> bool:
    """``COP_TRANSLATION_NOT_YET``: whether visitors are told that a page is not there in their
    language yet, with links to where it is."""
    return bool(getattr(settings, "COP_TRANSLATION_NOT_YET", True))


def job_step() -> float:
    """``COP_TRANSLATION_JOB_STEP``: seconds after which a step of long work begins no other
    page."""
    value: float = getattr(settings, "COP_TRANSLATION_JOB_STEP", 1)
    return value


def jobs_kept() -> int:
    """``COP_TRANSLATION_JOBS_KEPT``: days that finished long work can be looked at."""
    value: int = getattr(settings, "COP_TRANSLATION_JOBS_KEPT", 30)
    return value


#: The answers to ``COP_TRANSLATION_CASCADE``.
ASK, FOLLOW, LEAVE = "ask", "follow", "leave"


def cascade_as_given() -> Any:
    """The setting as the host wrote it, for the check of it."""
    return getattr(settings, "COP_TRANSLATION_CASCADE", ASK)


def cascade(act: str) -> str:
    """``COP_TRANSLATION_CASCADE``: what translations do when their source is taken off the site
    ("unpublish"), deleted ("delete"), moved ("move"), hidden ("privacy") or given dates ("dates").
    One answer, or a mapping of these names to answers; ``"ask"`` otherwise."""
    answer = cascade_as_given()
    if isinstance(answer, Mapping):
        answer = answer.get(act, ASK)
    return answer if answer in (FOLLOW, LEAVE) else ASK
