"""A page and two snippets, translated into English and live, and what a translator does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import TestCase
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cop_blocks.translation.freshness.state import out_of_date
from tests.blocks.facts.factories import fresh, home, locale, make_offer
from tests.hosts.hostpages.models import Leaflet, Slogan

TEXT = "<p>Eerst dit.</p><p>Dan <b>dat</b> en <a href='https://example.org/'>meer</a>.</p>"


@dataclass(slots=True)
class World:
    page: Any
    leaflet: Any
    slogan: Any


@contextmanager
def a_world() -> Iterator[World]:
    """In a transaction that is taken back."""
    with transaction.atomic():
        home("nl"), home("en")
        page = make_offer(summary="Samenvatting", body=TEXT)
        leaflet = Leaflet.objects.create(title="Folder", text="Tekst", locale=locale("nl"))
        slogan = Slogan.objects.create(text="Samen", locale=locale("nl"))
        for source in (page, leaflet, slogan):
            with TestCase.captureOnCommitCallbacks(execute=True):
                translate_object(source, [locale("en")])
            translate_strings(translation_of(source))
            publish_target(source)
        yield World(page, leaflet, slogan)
        transaction.set_rollback(True)


def translation_of(source: Any, language: str = "en") -> Translation:
    return Translation.objects.get(
        source__object_id=source.translation_key, target_locale=locale(language)
    )


def target_of(source: Any, language: str = "en") -> Any:
    return type(source).objects.get(translation_key=source.translation_key, locale=locale(language))


def translate_strings(translation: Translation) -> None:
    """Types whatever has no translation yet."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    for segment in segments.filter(translation=None).select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            translation_type="manual",
            data=f"EN {segment.string.data}",
        )


def publish_target(source: Any, language: str = "en") -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation_of(source, language).save_target(publish=True)
    return target_of(source, language)


def change(source: Any, **fields: Any) -> Any:
    """The editor of the source changes fields and publishes."""
    for name, value in fields.items():
        setattr(source, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        if hasattr(source, "save_revision"):
            source.save_revision().publish()
        else:
            source.save()
    return fresh(source)


def flagged(source: Any) -> int | None:
    """How many segments of its English translation are out of date; ``None``: it is not."""
    translation = translation_of(source)
    found = out_of_date([translation])
    return found[translation.pk].changed if found else None


def row_of(target: Any) -> dict[str, Any]:
    """What the database holds of it."""
    found: dict[str, Any] = type(target).objects.filter(pk=target.pk).values().get()
    return found
