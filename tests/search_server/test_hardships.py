"""What happens to a server's indexes beside what we do: lost, closed, shared, made too late."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

from cop_search.delivery import rows
from cop_search.delivery.drain import drain
from cop_search.delivery.rebuilding import rebuild
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.delivery.target import Away, Change, targets
from cop_search.models import Document
from tests.search.conftest import site  # noqa: F401
from tests.search.factories import page
from tests.search_server.test_mapping import change


def target():
    return targets()[ELASTICSEARCH]


def deliver():
    for _ in drain(ELASTICSEARCH, target()):
        pass


def held():
    """Titles of all that the server holds."""
    titles = dict(Document.objects.values_list("page_id", "title"))
    return sorted(titles[each.page_id] for each in target().held())


def live(server, locale="nl"):
    """The index of a language that answers."""
    (name,) = server.indices.get(index=f"test.{locale}")
    return name


@pytest.fixture
def filled(site, server):  # noqa: F811
    call_command("cop_search_rebuild", verbosity=0)
    return site


def test_an_index_that_was_taken_away_is_not_made_again_with_next_to_nothing(filled, server):
    page(filled.home, "Eerste")
    deliver()
    server.indices.delete(index=live(server))
    page(filled.home, "Tweede")
    with pytest.raises(Away, match=r"test\.nl\.\d+ is gone: run manage.py cop_search_rebuild"):
        deliver()
    assert rows.waiting(ELASTICSEARCH).number == 1
    assert not server.indices.exists(index="test.nl")
    call_command("cop_search_rebuild", verbosity=0)
    assert held() == ["Eerste", "Home", "Thuis", "Tweede"]


def test_repair_fills_an_index_that_was_taken_away(filled, server):
    page(filled.home, "Eerste")
    deliver()
    server.indices.delete(index=live(server))
    call_command("cop_search_check", repair=True)
    deliver()
    assert held() == ["Eerste", "Home", "Thuis"]


def test_pages_are_not_blamed_for_an_index_that_is_closed(filled, server):
    closed = live(server)
    server.indices.close(index=closed)
    page(filled.home, "Nieuw")
    with pytest.raises(Away, match="index_closed_exception"):
        deliver()
    assert (rows.waiting(ELASTICSEARCH).number, list(rows.aside(ELASTICSEARCH))) == (1, [])
    server.indices.open(index=closed)
    deliver()
    assert held() == ["Home", "Nieuw", "Thuis"]


def test_a_site_without_a_page_yet_has_an_index_for_its_first(site, server):  # noqa: F811
    for home in (site.home, site.english):
        home.unpublish()
    call_command("cop_search_rebuild", verbosity=0)
    assert held() == []
    page(site.home, "Eerste")
    deliver()
    assert held() == ["Eerste"]


def test_what_went_leaves_its_version_in_every_index(filled, server):
    """Of a page that moved to another language before what was read earlier arrives."""
    number = Site.objects.get().pk
    (late,) = [change(99, locale="nl", site_id=number)]
    moved = change(99, locale="en", site_id=number)
    assert target().send([Change(99, 10, moved.document)]) == {}
    server.indices.flush(index="test.*")
    server.indices.forcemerge(index="test.*")
    assert target().send([Change(99, 9, late.document)]) == {}
    assert [each.locale for each in target().held() if each.page_id == 99] == ["en"]
    assert target().send([Change(99, 11, None)]) == {}
    assert target().send([Change(99, 10, moved.document)]) == {}
    assert [each for each in target().held() if each.page_id == 99] == []


def test_an_index_that_a_delivery_made_just_after_a_swap_goes(filled, server):
    old = live(server).rpartition(".")[2]
    call_command("cop_search_rebuild", verbosity=0)
    names = set(server.indices.get(index="*"))
    target().make(("de", 1), old, answers=True)
    page(filled.home, "Nieuw")
    deliver()
    assert set(server.indices.get(index="*")) == names
    assert held() == ["Home", "Nieuw", "Thuis"]


def test_an_index_that_a_delivery_made_just_before_a_swap_answers(filled, server):
    run = live(server).rpartition(".")[2]
    target().make(("de", 1), run, answers=False)
    page(filled.home, "Nieuw")
    deliver()
    assert live(server, "de") == f"test.de.1.{run}"
    assert held() == ["Home", "Nieuw", "Thuis"]


def test_partners_share_a_server_and_see_nothing_of_each_other(filled, server, settings):
    names = set(server.indices.get(index="test.*"))
    settings.COP_SEARCH = {**settings.COP_SEARCH, "prefix": "test-2"}
    page(filled.home, "Van ons")
    with pytest.raises(Away):
        deliver()
    call_command("cop_search_rebuild", verbosity=0)
    call_command("cop_search_rebuild", verbosity=0)
    assert held() == ["Home", "Thuis", "Van ons"]
    assert target().state().documents == {"nl": 2, "en": 1}
    assert set(server.indices.get(index="test.*")) == names
    settings.COP_SEARCH = {**settings.COP_SEARCH, "prefix": "test"}
    assert held() == ["Home", "Thuis"]


def test_a_page_that_is_made_during_the_first_rebuild_is_in_it(site, server):  # noqa: F811
    """Nothing answers yet, so what changed is delivered to what is being filled alone."""
    filling = rebuild(ELASTICSEARCH, target())
    next(filling)
    page(site.home, "Ondertussen")
    for _ in filling:
        pass
    assert held() == ["Home", "Ondertussen", "Thuis"]
    assert rows.waiting(ELASTICSEARCH).number == 0
