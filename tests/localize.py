"""A translator at work, through wagtail-localize's own views."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Locale


def translate_in_admin(client: Client, page: Any) -> Any:
    """Submits a page for English, types every string, publishes; gives the English page."""
    from wagtail_localize.models import StringSegment, Translation

    english = Locale.objects.get(language_code="en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.post(submit, {"locales": [str(english.pk)]}).status_code == 302
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=english
    )
    for segment in StringSegment.objects.filter(source=translation.source):
        client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            data=urlencode({"value": f"EN {segment.string.data}"}),
            content_type="application/x-www-form-urlencoded",
        )
    done, all_of_it = translation.get_progress()
    assert (done, done > 0) == (all_of_it, True)
    target = page.get_translation(english)
    assert not target.live
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    return type(page).objects.live().get(pk=target.pk)


@contextmanager
def whatever_it_lacks() -> Iterator[None]:
    """A superuser publishes on purpose, for the tests that are about something else."""
    from cop_blocks.translation.guards.publishing import on_purpose

    boss = User.objects.get_or_create(username="boss", defaults={"is_superuser": True})[0]
    with on_purpose(boss):
        yield
