"""A page of the host with texts, a chosen image and links, translated into English."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import OverridableSegment, StringSegment, Translation
from wagtail_localize.operations import translate_object

from tests.blocks.facts.factories import fresh, home, locale
from tests.blocks.site_factories import image
from tests.hosts.hostpages.models import EventPage
from tests.rights import client_of
from tests.translation.freshness.world import publish_target, translate_strings, translation_of


@dataclass(slots=True)
class World:
    page: Any
    user: Any

    @property
    def translation(self) -> Translation:
        return translation_of(self.page)

    @property
    def client(self) -> Client:
        client = client_of(self.user)
        client.raise_request_exception = False
        return client

    def segment(self, path: str) -> StringSegment:
        found: StringSegment = self.translation.source.stringsegment_set.get(context__path=path)
        return found

    def override(self, ending: str) -> OverridableSegment:
        found: OverridableSegment = self.translation.source.overridablesegment_set.get(
            context__path__endswith=ending
        )
        return found

    def put(self, segment: Any, **form: str) -> Any:
        return self._ask("put", segment, form)

    def delete(self, segment: Any) -> Any:
        return self._ask("delete", segment, {})

    def _ask(self, method: str, segment: Any, form: dict[str, str]) -> Any:
        name = (
            "edit_override"
            if isinstance(segment, OverridableSegment)
            else ("edit_string_translation")
        )
        return getattr(self.client, method)(
            reverse(f"wagtail_localize:{name}", args=[self.translation.pk, segment.pk]),
            data=urlencode(form),
            content_type="application/x-www-form-urlencoded",
        )


@contextmanager
def a_world() -> Iterator[World]:
    """In a transaction that is taken back."""
    with transaction.atomic():
        home("nl"), home("en")
        page = EventPage(
            title="Bijeenkomst",
            locale=locale("nl"),
            subject="Onderwerp",
            intro='<p>Lees <a href="https://example.org/nl">meer</a>.</p>',
            story=[("heading", "Kop"), ("image", image())],
        )
        home("nl").add_child(instance=page)
        page.save_revision().publish()
        with TestCase.captureOnCommitCallbacks(execute=True):
            translate_object(fresh(page), [locale("en")])
        translate_strings(translation_of(page))
        publish_target(page)
        user = User.objects.create_superuser("super", "super@example.org", "x")
        UserProfile.objects.create(user=user, preferred_language="en")
        yield World(fresh(page), user)
        transaction.set_rollback(True)
