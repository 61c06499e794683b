"""``cop_setup`` makes a group of translators for each language that there is to translate into."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cop_blocks.setup import vocabularies
from cop_blocks.terms.start.themes import THEMES
from cop_blocks.translation.rights import groups, may
from tests.blocks.facts.factories import locale
from tests.site.fresh import home, member, translated
from tests.translation.rights.world import permission_to_submit

pytestmark = pytest.mark.django_db

FRENCH = "CoP-vertalers: Frans"


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Page]:
    """Setup in three languages; an initiative page that is translated into both others."""
    known = [("nl", "Dutch"), ("en", "English"), ("fr", "French")]
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(LANGUAGES=known, WAGTAIL_CONTENT_LANGUAGES=known),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(vocabularies, "START_VOCABULARIES", (THEMES,))
        permission_to_submit()
        dutch = home("nl")
        for language in ("en", "fr"):
            translated(dutch, language)
        call_command("cop_setup", languages="nl,en,fr", verbosity=0)
        yield Page.objects.get(slug="sessies")
        transaction.set_rollback(True)


def test_each_language_has_its_translators(site: Page) -> None:
    made = Group.objects.filter(name__startswith="CoP-vertalers").order_by("name")

    assert list(made.values_list("name", flat=True)) == [
        "CoP-vertalers",
        "CoP-vertalers: Engels",
        FRENCH,
    ]


def test_they_translate_into_their_language_and_no_other(site: Page) -> None:
    french = member(Group.objects.get(name=FRENCH))
    translate_object(site.specific, [locale("en"), locale("fr")])
    may_translate = {
        translation.target_locale.language_code: may.may_translate(french, translation)
        for translation in Translation.objects.filter(source__object_id=site.translation_key)
    }

    assert may_translate == {"en": False, "fr": True}
    assert not may.may_publish(french, site.get_translation(locale("fr")))
    assert may.may_submit(french, site.specific, locale("fr"))
    assert not may.may_submit(french, site.specific, locale("en"))


def test_setup_takes_them_away_again(site: Page) -> None:
    call_command("cop_setup", remove=True, verbosity=0)

    assert not Group.objects.filter(name__startswith="CoP-vertalers").exists()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", {"en": "CoP translators: French", "nl": FRENCH}),
        ("x-our", {"en": "CoP translators: x-our", "nl": "CoP-vertalers: x-our"}),
    ],
)
def test_a_group_is_named_after_its_language(language: str, names: dict[str, str]) -> None:
    assert groups.names(language) == names
