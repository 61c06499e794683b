"""Of two deliveries under way the older never wins, whichever arrives last."""

import time

from cop_search.delivery.drain import drain, read
from cop_search.delivery.versions import next_version
from cop_search.models import Reader
from tests.search.delivery.cluster import NAME
from tests.search.factories import page


def test_numbers_rise(site, cluster):
    numbers = [next_version(NAME) for _ in range(50)]
    assert numbers == sorted(set(numbers))


def test_numbers_rise_where_the_clock_was_set_back(site, cluster):
    ahead = time.time_ns() // 1000 + 3_600_000_000
    Reader.objects.update(version=ahead)
    assert [next_version(NAME), next_version(NAME)] == [ahead + 1, ahead + 2]


def test_numbers_rise_where_the_database_is_another_one(site, cluster):
    before = next_version(NAME)
    Reader.objects.all().delete()
    assert next_version(NAME) > before


def test_each_reader_has_numbers_of_its_own(site, cluster):
    next_version(NAME)
    next_version("other")
    assert set(Reader.objects.values_list("name", flat=True)) == {NAME, "other"}


def test_an_older_write_that_arrives_late_does_not_win(site, cluster):
    made = page(site.home, "Oud")
    list(drain(NAME, cluster))
    late = read([made.pk], next_version(NAME))
    made.title = "Nieuw"
    made.save()
    list(drain(NAME, cluster))
    cluster.send(late)
    assert cluster.titles == ["Nieuw"]


def test_an_older_write_does_not_raise_what_was_deleted_since(site, cluster):
    made = page(site.home, "Weg")
    list(drain(NAME, cluster))
    late = read([made.pk], next_version(NAME))
    made.unpublish()
    list(drain(NAME, cluster))
    cluster.send(late)
    assert cluster.titles == []
    made.save_revision().publish()
    list(drain(NAME, cluster))
    assert cluster.titles == ["Weg"]
