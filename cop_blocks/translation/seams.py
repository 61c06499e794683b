"""Where we reach into Wagtail and wagtail-localize: each place is named once, and can be undone.

A part says what it wraps, and for which guard::

    @seam("wagtail_localize.operations:TranslationCreator.create_translations", guard="submit")
    def create_translations(original, self, instance, include_related_objects=True):
        ...
        return original(self, instance, include_related_objects)

``put_on()`` replaces the name by a function that calls ours with the original first, unless
``COP_TRANSLATION_GUARDS_OFF`` names the guard. What is not there any more is told by a check, and
the site runs without that seam.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from operator import attrgetter
from typing import Any

from cop_blocks.translation.conf import is_off

#: Every guard, by the name that ``COP_TRANSLATION_GUARDS_OFF`` knows it by.
GUARDS: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Seam:
    """``module:owner.name`` of what is wrapped, the guard that it serves, and our function."""

    target: str
    guard: str
    wrapper: Callable[..., Any]

    def owner(self) -> Any:
        """The class or module that has the name. Raises ``ImportError`` or ``AttributeError``
        where upstream has moved."""
        module, _, path = self.target.partition(":")
        owner, _, _ = path.rpartition(".")
        found = import_module(module)
        return attrgetter(owner)(found) if owner else found

    @property
    def name(self) -> str:
        return self.target.rpartition(":")[2].rpartition(".")[2]


@dataclass(slots=True)
class _PutOn:
    """What was there before, as it stood in the owner's own namespace."""

    seam: Seam
    owner: Any
    original: Any
    ours: Any = field(repr=False)


SEAMS: list[Seam] = []
_put_on: list[_PutOn] = []
#: Seams whose target was not found, with what was said.
MISSING: dict[str, str] = {}


def guard(name: str, description: str) -> str:
    """Names a guard, with one sentence on what it holds back."""
    GUARDS[name] = description
    return name


def seam(target: str, *, guard: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers the decorated function; it is called as ``function(original, *args, **kwargs)``."""

    def register(wrapper: Callable[..., Any]) -> Callable[..., Any]:
        SEAMS.append(Seam(target, guard, wrapper))
        return wrapper

    return register


def put_on() -> None:
    """Wraps all that is registered and not switched off. Called by ``AppConfig.ready()``."""
    for each in SEAMS:
        if not is_off(each.guard):
            _wrap(each)


def take_off() -> None:
    """Gives everything back as it was found."""
    while _put_on:
        done = _put_on.pop()
        setattr(done.owner, done.seam.name, done.original)


@contextmanager
def taken_off() -> Iterator[None]:
    """Wagtail and wagtail-localize as they come, for a comparison."""
    before = [done.seam for done in _put_on]
    take_off()
    try:
        yield
    finally:
        for each in before:
            _wrap(each)


def _wrap(each: Seam) -> None:
    try:
        owner = each.owner()
        original = vars(owner)[each.name] if isinstance(owner, type) else getattr(owner, each.name)
    except (ImportError, AttributeError, KeyError) as problem:
        MISSING[each.target] = repr(problem)
        return
    ours = _around(original, each.wrapper)
    setattr(owner, each.name, ours)
    _put_on.append(_PutOn(each, owner, original, ours))


def _around(original: Any, wrapper: Callable[..., Any]) -> Any:
    """A method of a class keeps its kind: ``classmethod`` and ``staticmethod`` come wrapped."""
    kind = type(original) if isinstance(original, classmethod | staticmethod) else None
    function = original.__func__ if kind else original

    @wraps(function)
    def ours(*args: Any, **kwargs: Any) -> Any:
        return wrapper(function, *args, **kwargs)

    return kind(ours) if kind else ours
