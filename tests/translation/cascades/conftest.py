from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page

from tests.blocks.facts.factories import group, home, make_offer, translate
from tests.rights import EDIT, person


@dataclass(slots=True)
class Family:
    """A live page in Dutch, live in English and French; places to move to in Dutch and English."""

    nl: Any
    en: Any
    fr: Any
    there_nl: Any
    there_en: Any
    #: Edits Dutch; Dutch and English; all.
    dutch: Any
    both: Any
    owner: Any


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Family]:
    with django_db_blocker.unblock(), transaction.atomic():
        nl, en, fr = group("en", "fr")
        there = make_offer(slug="there", title="There")
        there_en = translate(there)
        homes = {language: home(language) for language in ("nl", "en", "fr")}
        yield Family(
            nl,
            en,
            fr,
            there,
            there_en,
            person("dutch", {homes["nl"]: EDIT}),
            person("both", {homes["nl"]: EDIT, homes["en"]: EDIT}),
            person("owner", {Page.get_first_root_node(): EDIT}),
        )
        transaction.set_rollback(True)


@pytest.fixture
def family(made: Family, db: None) -> Family:
    """As the database has it, whatever a test before did to the rows in memory."""
    for name in ("nl", "en", "fr", "there_nl", "there_en"):
        page = getattr(made, name)
        setattr(made, name, type(page)._base_manager.get(pk=page.pk))
    return made
