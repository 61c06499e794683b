"""Two languages published at once: the row lock of the group keeps them the same.

Only PostgreSQL lets two transactions run side by side; on SQLite they queue (see W101).
"""

import threading
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from wagtail.models import Revision

from cop_blocks.facts import copying, mixin, origin, pushing
from tests.blocks.facts.factories import fresh, group

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
]

#: How long the first waits for the second. With the lock that cannot come: it is waited out.
PATIENCE = 1.5


def in_thread(work: Callable[[], object], failures: list[Exception]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def publish_both_at_once() -> tuple[Any, Any]:
    """The translation has just read the old facts when the source is published with new ones."""
    source, english = group("en")
    stale = fresh(english, title="New title").save_revision()
    changed = fresh(source, place="Delft").save_revision()
    facts_read, source_stored = threading.Event(), threading.Event()
    failures: list[Exception] = []
    take = copying.take_facts

    def take_and_wait(*args: Any) -> list[str]:
        names = take(*args)
        facts_read.set()
        source_stored.wait(PATIENCE)
        return names

    def publish_source() -> None:
        facts_read.wait(10)
        Revision.objects.get(pk=changed.pk).publish()
        source_stored.set()

    with patch.object(mixin, "take_facts", take_and_wait):
        threads = [
            in_thread(Revision.objects.get(pk=stale.pk).publish, failures),
            in_thread(publish_source, failures),
        ]
        for thread in threads:
            thread.join(20)
    assert failures == []
    return fresh(source), fresh(english)


def publish_while_facts_are_pushed() -> tuple[Any, Any]:
    """The source has just read the old row of the translation when that gets a new text."""
    source, english = group("en")
    retitled = fresh(english, title="New title").save_revision()
    changed = fresh(source, place="Delft").save_revision()
    row_read, text_stored = threading.Event(), threading.Event()
    failures: list[Exception] = []
    store = pushing._store

    def wait_and_store(difference: Any) -> None:
        row_read.set()
        text_stored.wait(PATIENCE)
        store(difference)

    def publish_translation() -> None:
        row_read.wait(10)
        Revision.objects.get(pk=retitled.pk).publish()
        text_stored.set()

    with patch.object(pushing, "_store", wait_and_store):
        threads = [
            in_thread(Revision.objects.get(pk=changed.pk).publish, failures),
            in_thread(publish_translation, failures),
        ]
        for thread in threads:
            thread.join(20)
    assert failures == []
    return fresh(source), fresh(english)


def test_two_languages_published_at_once_have_the_same_facts() -> None:
    source, english = publish_both_at_once()
    assert (english.title, english.place) == ("New title", "Delft")
    assert source.place == "Delft"


def test_without_the_lock_they_differ() -> None:
    def without_lock(page: Any, *, lock: bool = False) -> list[Any]:
        return origin.group_of(page)

    with patch.object(mixin, "group_of", without_lock):
        source, english = publish_both_at_once()
    assert source.place == "Delft"
    assert english.place == "Rotterdam"


def test_text_that_is_published_during_a_push_is_not_lost() -> None:
    source, english = publish_while_facts_are_pushed()
    assert (english.title, english.place) == ("New title", "Delft")
    assert source.place == "Delft"
