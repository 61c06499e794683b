"""The copy itself, by Wagtail's own action for copying pages."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale

from cop_blocks.models import FactsOrigin
from cop_events.copying.years import next_series, next_year
from cop_events.dates import Precision
from cop_events.models import SessionPage
from cop_events.models.when import Status

#: What was of that one day. The date is asked for again, as a month until the day is known.
CLEARED: dict[str, Any] = {
    "precision": Precision.MONTH,
    "start_date": None,
    "end_date": None,
    "start_time": None,
    "end_time": None,
    "first_day": None,
    "last_day": None,
    "starts_at": None,
    "ends_at": None,
    "status": Status.PLANNED,
    "sign_up_url": "",
    "online_url": "",
    "attendance": None,
    "report": [],
}
#: What Wagtail itself keeps of a page and is of no use to the next one.
STATE: dict[str, Any] = {
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
}
MATERIALS = ("material_rows",)
PEOPLE = ("speaker_rows", "organisation_rows")
SPEAKERS = ("speaker", "second_speaker")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the copy goes: in ``parent``, or in a new series below it, made like ``like``."""

    parent: Any
    title: str = ""
    like: Any = None
    #: The year of the new series, for a title without one.
    year: int | None = None

    @property
    def is_new_series(self) -> bool:
        return self.like is not None

    def in_language(self, locale: Any) -> "Place | None":
        """The same place among the pages in another language; ``None`` where there is none."""
        parent = self.parent.get_translation_or_none(locale)
        like = self.like.get_translation_or_none(locale) if self.like else None
        if parent is None or (self.is_new_series and like is None):
            return None
        title = next_series(like.title, self.year) if like else ""
        return Place(parent.specific, title, like, self.year)


@dataclass(slots=True)
class Copied:
    """What was made."""

    page: Any
    #: The new series, a draft; ``None`` where there was one.
    series: Any = None
    translations: list[Any] = field(default_factory=list)
    #: Languages of which no copy could be made: no place, or no right.
    left_out: list[Any] = field(default_factory=list)


class _Copy(CopyPageAction):
    """Gives the same new key to what had the same key in another language.

    Rows hold their keys as UUIDs and versions of pages as texts: one key for both.
    """

    def __init__(self, *args: Any, keys: dict[uuid.UUID, uuid.UUID], **kwargs: Any) -> None:
        super().__init__(*args, keep_live=False, copy_revisions=False, **kwargs)
        self.keys = keys

    def generate_translation_key(self, old_uuid: Any) -> uuid.UUID:
        return self.keys.setdefault(uuid.UUID(str(old_uuid)), uuid.uuid4())


@transaction.atomic
def copy_session(
    source: Any,
    place: Place,
    *,
    title: str,
    user: Any,
    with_people: bool = False,
    languages: Iterable[Locale] = (),
) -> Copied:
    """A draft of next year's session, and drafts of its translations in ``languages``.

    Raises:
        CopyPagePermissionError: ``user`` may not copy ``source`` to that place.
    """
    run = _Run(user, with_people)
    series = run.series(place) if place.is_new_series else None
    copied = Copied(run.session(source, series or place.parent, title), series)
    for locale in languages:
        made = run.translation(source, place, locale)
        if made is None:
            copied.left_out.append(locale)
        else:
            copied.translations.append(made)
    return copied


class _Run:
    """The copies of one session: they share the new keys of pages and rows."""

    def __init__(self, user: Any, with_people: bool) -> None:
        self.user = user
        self.with_people = with_people
        self.keys: dict[uuid.UUID, uuid.UUID] = {}

    def series(self, place: Place) -> Any:
        return self._copy(place.like.specific, place.parent, place.title, {})

    def session(self, source: Any, parent: Any, title: str) -> Any:
        excluded = MATERIALS if self.with_people else (*MATERIALS, *PEOPLE)
        fields = {**CLEARED, "number": free_number(source, parent)}
        return self._copy(content_of(source), parent, title, fields, excluded)

    def translation(self, source: Any, place: Place, locale: Any) -> Any | None:
        page = source.get_translation_or_none(locale)
        there = place.in_language(locale)
        if page is None or there is None or page.alias_of_id:
            return None
        if not may_copy(page, there, self.user):
            return None
        # Whose facts these are: without it the default language would own them.
        FactsOrigin.objects.get_or_create(
            translation_key=self.key_of(source), defaults={"locale_id": source.locale_id}
        )
        parent = self.series(there) if there.is_new_series else there.parent
        return self.session(page.specific, parent, next_year(page.title))

    def key_of(self, page: Any) -> uuid.UUID:
        return self.keys.setdefault(page.translation_key, uuid.uuid4())

    def _copy(
        self, page: Any, parent: Any, title: str, fields: dict[str, Any], excluded: Any = ()
    ) -> Any:
        return _Copy(
            page=page,
            to=parent,
            user=self.user,
            keys=self.keys,
            exclude_fields=list(excluded),
            update_attrs={
                **STATE,
                **fields,
                "title": title,
                "draft_title": title,
                "slug": free_slug(parent, title),
                "translation_key": self.key_of(page),
            },
            process_child_object=None if self.with_people else without_speakers,
        ).execute()


def content_of(page: Any) -> Any:
    """What visitors see of a page, or its draft where they do not see it yet."""
    return page if page.live else page.get_latest_revision_as_object()


def without_speakers(source: Any, target: Any, relation: Any, row: Any) -> None:
    """For Wagtail's action: last year's speakers are not announced by accident."""
    for name in SPEAKERS:
        if hasattr(row, f"{name}_id"):
            setattr(row, name, None)


def free_number(source: Any, parent: Any) -> int | None:
    """The number that it had, or the next one where the series has it already."""
    number: int | None = source.number
    if number is None:
        return None
    numbers = set(
        SessionPage.objects.child_of(parent).exclude(number=None).values_list("number", flat=True)
    )
    return number if number not in numbers else max(numbers) + 1


def free_slug(parent: Any, title: str) -> str:
    unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    wanted = slugify(title, allow_unicode=unicode)[:240] or "session"
    slug: str = find_available_slug(parent, wanted)
    return slug


def may_copy(page: Any, place: Place, user: Any) -> bool:
    """Whether ``user`` may copy ``page`` to ``place``."""
    if place.is_new_series:
        return bool(
            page.permissions_for_user(user).can_copy()
            and place.like.permissions_for_user(user).can_copy_to(place.parent)
        )
    return bool(page.permissions_for_user(user).can_copy_to(place.parent))
