"""Submitting costs the database no more than wagtail-localize alone, and grows with the pages."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from cop_blocks.translation import seams
from tests.blocks.facts.factories import home, make_offer

pytestmark = pytest.mark.django_db

#: With more the figures are the same, and the test takes longer: COP_SUBMIT_PAGES=20.
PAGES = int(os.environ.get("COP_SUBMIT_PAGES", "4"))


class Count:
    number = 0

    def __call__(self, execute: Any, *args: Any) -> Any:
        self.number += 1
        return execute(*args)


@contextmanager
def counted() -> Iterator[Count]:
    """``CaptureQueriesContext`` keeps 9,000 statements; this counts any number."""
    count = Count()
    with connection.execute_wrapper(count):
        yield count


@pytest.fixture(autouse=True)
def three_languages(settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        (code, code) for code in ("nl", "en", "de")
    ]


def a_page_and_language(number: int, mark: str) -> float:
    """Statements, with ``number`` pages submitted into two languages."""
    locales = [home(language).locale for language in ("en", "de")]
    pages = [
        make_offer(slug=f"{mark}{each}", title=f"{mark} {each}", summary=f"Summary {mark} {each}")
        for each in range(number)
    ]
    with counted() as count:
        for page in pages:
            translate_object(page, locales)
    return count.number / number / 2


@contextmanager
def wagtail_localize_alone(settings: Any) -> Iterator[None]:
    with seams.taken_off():
        settings.COP_TRANSLATION_GUARDS_OFF = True
        yield
        settings.COP_TRANSLATION_GUARDS_OFF = ()


def test_submitting_costs_no_more_than_with_wagtail_localize_alone(settings: Any) -> None:
    a_page_and_language(1, "first")
    ours = a_page_and_language(PAGES, "ours")
    with wagtail_localize_alone(settings):
        theirs = a_page_and_language(PAGES, "theirs")
    print(f"a page and language: {ours} statements, {theirs} with wagtail-localize alone")
    assert ours <= theirs


def test_submitting_grows_with_the_pages(settings: Any) -> None:
    a_page_and_language(1, "first")
    few, many = a_page_and_language(PAGES // 2, "few"), a_page_and_language(PAGES, "many")
    assert many <= few


def test_segments_cost_the_same_however_much_text_there_is(settings: Any) -> None:
    """Of a page that is submitted for the first time, and once more without a change."""

    def costs(paragraphs: int) -> tuple[int, int]:
        body = "".join(f"<p>Alinea {each} van {paragraphs}</p>" for each in range(paragraphs))
        page = make_offer(slug=f"long-{paragraphs}", summary="Kort", body=body)
        with counted() as first:
            source, _made = TranslationSource.get_or_create_from_instance(page)
        with counted() as again:
            source.refresh_segments()
        return first.number, again.number

    costs(1)
    assert costs(2) == costs(30)
    with wagtail_localize_alone(settings):
        little, much = costs(3), costs(31)
    assert much[0] > little[0]
