"""The rows of the report, as the database gives them: an object and a language into which it is,
or could be, translated.

A row for each translation, and one for each object that has none in a language: not there as a page
or snippet of its own, where visitors read the source. A translation that was stopped goes its own
way and has no row, and a draft of a source waits for its own publication first.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import Translation

from cop_blocks.translation.report.kinds import snippets, title_field
from cop_blocks.translation.report.reach import reach
from cop_blocks.translation.report.states import State, with_state
from cop_blocks.translation.rights.may import visible

#: The names of what a row says; ``cop_pk`` is the key of the translation, or 0.
COLUMNS = (
    "cop_pk",
    "cop_key",
    "cop_target",
    "cop_origin",
    "cop_kind",
    "cop_title",
    "cop_state_is",
    "cop_since",
)
#: Narrows a part of the rows by the names above.
Narrow = Callable[[Any], Any]


def rows(user: Any, narrow: Narrow = lambda part: part, columns: Sequence[str] = COLUMNS) -> Any:
    """What ``user`` may see, as dictionaries of ``columns``, in one statement."""
    first, *others = (
        narrow(part).order_by().values(*columns) for part in _parts(user, Locale.objects.all())
    )
    return first.union(*others, all=True)


def counts(user: Any, narrow: Narrow = lambda part: part) -> Counter[tuple[int, str]]:
    """How many rows there are by language (the key of its locale) and state."""
    found = rows(user, narrow, ("cop_target", "cop_state_is"))
    return Counter((each["cop_target"], each["cop_state_is"]) for each in found)


def _parts(user: Any, locales: Any) -> Iterator[Any]:
    yield _translations(user)
    seen = reach(user)
    for locale in locales:
        yield _missing_pages(locale).filter(seen.pages(locale))
        for model in snippets():
            if seen.has_snippets(model):
                yield _missing_snippets(model, locale).filter(seen.snippets(locale))


def _translations(user: Any) -> Any:
    title = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("source__locale")
    ).values("draft_title")[:1]
    found = Translation.objects.filter(enabled=True)
    return with_state(visible(user, found)).annotate(
        cop_pk=F("pk"),
        cop_key=F("source__object_id"),
        cop_target=F("target_locale_id"),
        cop_origin=F("source__locale_id"),
        cop_kind=F("source__specific_content_type_id"),
        cop_title=Coalesce(Subquery(title), Cast("source__object_repr", CharField())),
        cop_since=Case(
            When(cop_state__changed__gt=0, then=F("cop_state__since")), default=F("created_at")
        ),
    )


def _missing_pages(locale: Locale) -> Any:
    pages = Page.objects.filter(depth__gt=1, live=True, alias_of=None)
    there = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=locale, alias_of=None
    )
    older = pages.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    found = pages.exclude(locale=locale).exclude(Exists(there)).exclude(Exists(_made(older)))
    return _missing(_made(found), locale).annotate(
        cop_kind=F("content_type_id"), cop_title=F("draft_title"), cop_since=F("first_published_at")
    )


def _missing_snippets(model: Any, locale: Locale) -> Any:
    objects = model._base_manager.all()
    has_drafts = issubclass(model, DraftStateMixin)
    found = objects.filter(live=True) if has_drafts else objects
    same = {"translation_key": OuterRef("translation_key")}
    older = found.filter(**same, pk__lt=OuterRef("pk"))
    there = objects.filter(**same, locale=locale)
    found = found.exclude(locale=locale).exclude(Exists(there)).exclude(Exists(_made(older)))
    since = F("first_published_at") if has_drafts else Cast(Value(None), DateTimeField())
    title = title_field(model)
    kind = ContentType.objects.get_for_model(model).pk
    return _missing(_made(found), locale).annotate(
        cop_kind=Value(kind, IntegerField()),
        cop_title=F(title) if title else Value("", CharField()),
        cop_since=since,
    )


def _made(objects: Any) -> Any:
    """Less those that are a translation themselves: the source is the oldest of the others."""
    itself = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale")
    )
    return objects.exclude(Exists(itself))


def _missing(objects: Any, locale: Locale) -> Any:
    """Less those with a translation: it has its own row, be its page there or not."""
    asked_for = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=locale, enabled=True
    )
    return objects.exclude(Exists(asked_for)).annotate(
        cop_pk=Value(0, IntegerField()),
        cop_key=F("translation_key"),
        cop_target=Value(locale.pk, IntegerField()),
        cop_origin=F("locale_id"),
        cop_state_is=Value(State.MISSING, CharField()),
    )
