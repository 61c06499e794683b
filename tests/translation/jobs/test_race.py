"""Two at once, really: a row is locked by whoever works on it.

Only PostgreSQL lets two transactions run side by side; on SQLite the second waits to begin.
"""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from cop_blocks.translation.jobs import one, starting
from cop_blocks.translation.jobs.working import work
from cop_blocks.translation.models import Job
from tests.blocks.facts.factories import home, locale
from tests.blocks.facts.test_race import in_thread
from tests.hosts.hostpages.models import OfferPage
from tests.translation.jobs.steps import counted

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
]

#: How long the first is slow. The second cannot get past its row meanwhile.
PATIENCE = 1.5


def test_a_row_is_done_once_also_where_its_holder_was_believed_dead(monkeypatch: Any) -> None:
    for language in ("nl", "en", "fr"):
        home(language)
    page = home().add_child(instance=OfferPage(title="Steun", locale=locale("nl")))
    boss = User.objects.create_superuser("boss")
    job = starting.start(boss, page, [locale("en"), locale("fr")])
    begun, past_it = threading.Event(), threading.Event()
    done: list[int] = []
    waited: list[bool] = []
    failures: list[Exception] = []
    submitted = one.submitted

    def slow(row: Any) -> Any:
        done.append(row.pk)
        if len(done) == 1:
            begun.set()
            waited.append(past_it.wait(PATIENCE))
        else:
            past_it.set()
        return submitted(row)

    def take_over() -> None:
        begun.wait(10)
        Job.objects.update(held_until=timezone.now() - timedelta(seconds=1))
        assert work(job.pk)

    monkeypatch.setattr(one, "submitted", slow)
    threads = [in_thread(lambda: work(job.pk), failures), in_thread(take_over, failures)]
    for thread in threads:
        thread.join(20)
    assert (failures, waited, counted(job)) == ([], [False], (0, 2, 0))
    assert sorted(done) == sorted(job.rows.values_list("pk", flat=True))
    assert OfferPage.objects.filter(translation_key=page.translation_key).count() == 3
