"""The host's machine translator (``WAGTAILLOCALIZE_MACHINE_TRANSLATOR``), as something that may
fail: any class of wagtail-localize's kind, somebody else's code and somebody else's server."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

logger = logging.getLogger(__name__)


class NoAnswer(Exception):
    """The translator took too long."""


class Failed(Exception):
    """The translator raised, or answered with what is no answer; the log says how."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Any translator, each call of which raises nothing but what is named here."""

    host: Any

    @property
    def display_name(self) -> str:
        return str(getattr(self.host, "display_name", "") or type(self.host).__name__)[:255]

    def can_translate(self, source: Locale, target: Locale) -> bool:
        try:
            return bool(self.host.can_translate(source, target))
        except Exception:
            logger.exception("%s cannot say what it translates", self.display_name)
            return False

    def translate(
        self, source: Locale, target: Locale, strings: Sequence[StringValue], seconds: float
    ) -> Mapping[StringValue, Any]:
        """Raises ``NoAnswer`` or ``Failed``."""
        answer = _within(seconds, lambda: self.host.translate(source, target, list(strings)))
        if not isinstance(answer, Mapping):
            logger.error("%s answered with %r", self.display_name, type(answer))
            raise Failed
        return answer


def host_translator(get: Callable[[], Any] = get_machine_translator) -> Translator | None:
    """``None`` where there is none. Raises ``Failed`` where it cannot even be made."""
    try:
        found = get()
    except Exception as problem:
        logger.exception("WAGTAILLOCALIZE_MACHINE_TRANSLATOR cannot be used")
        raise Failed from problem
    return found if found is None or isinstance(found, Translator) else Translator(found)


@dataclass(slots=True)
class _Answer:
    value: Any = None
    problem: Exception | None = None
    is_there: threading.Event = field(default_factory=threading.Event)


def _within(seconds: float, ask: Callable[[], Any]) -> Any:
    """In a thread of its own, as a call that hangs cannot be stopped from outside; who waits for
    it goes on, and what it says later is heard by nobody."""
    answer = _Answer()

    def run() -> None:
        try:
            answer.value = ask()
        except Exception as problem:
            answer.problem = problem
        finally:
            connections.close_all()
            answer.is_there.set()

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    if not answer.is_there.wait(max(seconds, 0)):
        logger.error("The machine translator did not answer within %s seconds", seconds)
        raise NoAnswer
    if answer.problem is not None:
        logger.error("The machine translator failed", exc_info=answer.problem)
        raise Failed from answer.problem
    return answer.value
