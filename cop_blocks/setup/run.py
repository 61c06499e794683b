"""One run of setup: where it works, what it has done so far, and how it tells."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Site

from cop_blocks.base_page import Page
from cop_blocks.models import SetupRecord
from cop_blocks.setup.fingerprints import fingerprint

MADE = "+"
THERE = "="
LEFT = "!"
TAKEN = "-"


@dataclass(slots=True)
class Place:
    """One language of the site; in a dry run ``locale`` and ``parent`` may not be there yet."""

    language: str
    locale: Locale | None
    parent: Page | None
    is_public: bool


@dataclass(slots=True)
class SetupRun:
    """The state of a run; its methods are all that a step needs."""

    site: Site
    languages: list[str]
    #: Beneath which page the tree stands, in the language of the site's home page.
    parent: Page
    is_dry: bool
    may_create_home: bool
    tell: Callable[[str, str], None]
    places: list[Place] = field(default_factory=list)
    #: What each plan became: (key of the plan, language) -> page; ``None`` in a dry run.
    pages: dict[tuple[str, str], Page | None] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def say(self, mark: str, text: str) -> None:
        self.counts[mark] += 1
        self.tell(mark, text)

    def record_of(self, key: str) -> SetupRecord | None:
        """What an earlier run noted under ``key``."""
        return SetupRecord.objects.filter(key=key).first()

    def made(self, key: str, thing: Any) -> None:
        """Note that ``thing`` was made, as it is now in the database."""
        remember(key, type(thing)._base_manager.get(pk=thing.pk))

    def ensure(self, key: str, label: str, make: Callable[[], Any]) -> Any:
        """Make and note a thing, unless an earlier run did; ``None`` where it is not there."""
        record = self.record_of(key)
        if record is not None:
            return self.recall(record, label)
        self.say(MADE, label)
        if self.is_dry:
            return None
        thing = make()
        self.made(key, thing)
        return thing

    def recall(self, record: SetupRecord, label: str) -> Any:
        """What an earlier run made; where somebody has removed it, it stays away."""
        from django.utils.translation import gettext as _

        thing = record.thing()
        if thing is None:
            self.say(LEFT, _("%(thing)s: removed since, not made again") % {"thing": label})
        else:
            self.say(THERE, label)
        return thing


def remember(key: str, thing: Any) -> None:
    """Write or renew the record of ``thing``."""
    SetupRecord.objects.update_or_create(
        key=key,
        defaults={
            "content_type": ContentType.objects.get_for_model(thing, for_concrete_model=False),
            "object_id": str(thing.pk),
            "fingerprint": fingerprint(thing, key),
        },
    )


def is_untouched(record: SetupRecord, thing: Any) -> bool:
    """Whether ``thing`` is as setup left it."""
    return record.fingerprint == fingerprint(thing, record.key)
