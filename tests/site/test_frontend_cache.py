"""What a frontend cache is told to forget, on the site with everything that we have."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.frontend_cache.signal_handlers import (
    page_published_signal_handler,
    page_unpublished_signal_handler,
)
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished

from cop_blocks import feeds
from cop_blocks.frontend_cache import listening, registry
from cop_blocks.frontend_cache.pending import purge
from cop_blocks.models import (
    Organisation,
    OrganisationIndexPage,
    Person,
    SiteSettings,
    Term,
    TermRow,
    Vocabulary,
)
from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticePage,
    InitiativeIndexPage,
    InitiativePage,
    ThemeIndexPage,
)
from cop_events.models import SessionIndexPage, SessionPage, SessionSpeaker
from cop_search import outbox, purging
from cop_search.models import SearchPage
from tests.blocks.purges import purged
from tests.catalog import factories
from tests.events import factories as events
from tests.search.rules.making import best_bet, synonym
from tests.site import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]

LISTS = ["", "series/", "catalogue/", "practices/", "themes/", "themes/digitalisation/", "search/"]


@pytest.fixture(autouse=True)
def cache(settings: Any, monkeypatch: Any) -> Iterator[None]:
    """Wagtail's handlers and ours, as where ``wagtail.contrib.frontend_cache`` is installed. No
    feeds but in the test of them."""
    monkeypatch.setattr(feeds, "_sources", [])
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "tests.blocks.purges.RecordingBackend", "HOSTNAMES": ["localhost"]}
    }
    settings.WAGTAILFRONTENDCACHE_LANGUAGES = []
    page_published.connect(page_published_signal_handler)
    page_unpublished.connect(page_unpublished_signal_handler)
    listening.connect()
    purging.connect()
    yield
    purging.disconnect()
    listening.disconnect()
    page_published.disconnect(page_published_signal_handler)
    page_unpublished.disconnect(page_unpublished_signal_handler)
    purged.clear()


@pytest.fixture
def home() -> Any:
    home = fresh.home()
    for slug, model in (
        ("series", SessionIndexPage),
        ("catalogue", InitiativeIndexPage),
        ("practices", GoodPracticeIndexPage),
        ("themes", ThemeIndexPage),
        ("search", SearchPage),
    ):
        factories.make_index(home, model, title=slug, slug=slug)
    theme = factories.make_term("theme", "digitalisation", "Digitalisering")
    factories.make_theme(child(home, "themes"), theme, slug="digitalisation")
    home.body = [("next_sessions", {"heading": "Straks", "number": 3})]
    home.save()
    page = home.add_child(instance=Page(title="Ours alone", slug="own", locale=home.locale))
    assert page.live
    return home


@contextmanager
def committed() -> Iterator[None]:
    """What is done within is committed; what came before is forgotten."""
    purge()
    purged.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


def child(parent: Any, slug: str) -> Any:
    return Page.objects.child_of(parent).get(slug=slug).specific


def paths() -> list[str]:
    """The paths below the home page that were purged, each once; that every page has a picture for
    who shares it is told elsewhere."""
    found = {url.partition("localhost/nl/")[2] for url in purged}
    return sorted(path for path in found if not path.endswith("card/"))


def session(home: Any, **fields: Any) -> Any:
    return events.session(child(home, "series"), **fields)


def test_a_published_session_is_purged_with_its_calendar_file_and_what_lists_it(home: Any) -> None:
    page = session(home, slug="one")
    other = session(home, slug="two")

    with committed():
        page.save_revision().publish()

    listed = ["", "search/", "series/", "themes/digitalisation/"]
    own = ["series/one/", "series/one/ics/"]
    assert paths() == sorted([*listed, *own, "series/two/", "series/two/ics/"])
    assert other.live


def test_an_initiative_is_on_other_lists_than_a_session(home: Any) -> None:
    session(home, slug="one")
    page = factories.make_initiative(child(home, "catalogue"), slug="voucher")

    with committed():
        page.save_revision().publish()

    assert paths() == [
        "", "catalogue/", "catalogue/voucher/", "search/", "themes/", "themes/digitalisation/",
    ]  # fmt: skip


@pytest.mark.parametrize("make", [synonym, best_bet])
def test_what_editors_say_of_words_is_purged_from_the_pages_that_search(
    home: Any, make: Any
) -> None:
    english = fresh.translated(home)
    factories.make_index(english, SearchPage, title="Find", slug="find")
    with committed():
        rule = make("geld, lening")
    lists = ["catalogue/", "practices/", "search/", "themes/digitalisation/"]
    assert paths() == lists
    with committed():
        rule.words = "geld, krediet"
        rule.save()
    assert paths() == lists
    with committed():
        rule.delete()
    assert paths() == lists
    with committed():
        make("money, loan", language="en")
    assert [url.partition("/en/")[2] for url in purged if "card/" not in url] == ["find/"]


def test_a_hosts_own_page_is_on_no_list_but_the_page_to_search(home: Any) -> None:
    with committed():
        child(home, "own").save_revision().publish()
    assert paths() == ["own/", "search/"]


def test_an_unpublished_and_a_deleted_session_leave_the_lists(home: Any) -> None:
    page = session(home, slug="one")
    with committed():
        page.unpublish()
    assert paths() == [
        "", "search/", "series/", "series/one/", "series/one/ics/", "themes/digitalisation/",
    ]  # fmt: skip
    page = session(home, slug="two")
    with committed():
        page.delete()
    assert "series/" in (found := paths())
    assert "series/two/" in found


def test_a_draft_purges_nothing(home: Any) -> None:
    page = session(home, slug="one")
    page.title = "Later"
    with committed():
        page.save_revision()
        events.session(child(home, "series"), slug="draft", live=False).save_revision()
    assert paths() == []


def test_facts_that_follow_purge_the_translation_and_its_lists(home: Any) -> None:
    for page in (home, child(home, "series")):
        fresh.translated(page)
    page = session(home, slug="one")
    english = fresh.translated(page)

    page.venue_name = "Elsewhere"
    with committed():
        page.save_revision().publish()

    assert english.get_full_url() in purged
    assert Page.objects.get(locale=english.locale, slug="series").get_full_url() in purged


def test_a_practice_purges_the_initiative_that_it_names(home: Any) -> None:
    initiative = factories.make_initiative(child(home, "catalogue"), slug="voucher")
    page = factories.make_practice(child(home, "practices"), initiatives=[initiative])
    assert isinstance(page, GoodPracticePage)
    with committed():
        page.save_revision().publish()
    assert "catalogue/voucher/" in paths()


@pytest.mark.parametrize("what", ["label", "term", "vocabulary"])
def test_a_renamed_term_purges_the_pages_that_carry_it_and_all_lists(home: Any, what: str) -> None:
    term = Term.objects.get(code="digitalisation")
    initiative = factories.make_initiative(child(home, "catalogue"), slug="voucher", terms=[term])
    factories.make_initiative(child(home, "catalogue"), slug="other")
    assert initiative.live

    with committed():
        if what == "label":
            label = term.labels.get(language="nl")
            label.label = "Digitaal"
            label.save()
        elif what == "term":
            term.save()
        else:
            Vocabulary.objects.get(code="theme").save()

    assert paths() == sorted([*LISTS, "catalogue/voucher/"])


@pytest.mark.parametrize("how", ["saved", "deleted"])
def test_an_organisation_purges_the_pages_that_name_it_and_all_lists(home: Any, how: str) -> None:
    factories.make_initiative(child(home, "catalogue"), slug="voucher", providers=["Haven"])
    factories.make_initiative(child(home, "catalogue"), slug="other")
    haven = Organisation.objects.get(name="Haven")

    with committed():
        haven.save() if how == "saved" else haven.delete()

    assert paths() == sorted([*LISTS, "catalogue/voucher/"])


def test_the_page_of_an_organisation_is_purged_when_a_page_names_it_or_ceases_to(home: Any) -> None:
    factories.make_index(home, OrganisationIndexPage, title="parties", slug="parties")
    page = factories.make_initiative(
        child(home, "catalogue"), slug="voucher", providers=["Haven", "School"]
    )
    factories.make_organisation("Elsewhere")
    draft = page.get_latest_revision_as_object()
    draft.organisation_rows = list(page.organisation_rows.all())[:1]
    with committed():
        draft.save_revision().publish()
    below = {path for path in paths() if path.startswith("parties/")}
    assert below == {"parties/", "parties/haven/", "parties/school/"}
    with committed():
        InitiativePage.objects.get().unpublish()
    assert {path for path in paths() if path.startswith("parties/")} == {
        "parties/",
        "parties/haven/",
    }


def test_the_picture_for_who_shares_a_page_is_purged_with_it(home: Any) -> None:
    page = child(home, "own")
    series = child(home, "series")
    with committed():
        series.save_revision().publish()
    assert f"{series.get_full_url()}card/" in purged
    assert f"{page.get_full_url()}card/" not in purged


def test_the_feeds_of_a_list_are_purged_with_it(home: Any) -> None:
    feeds.register_feed(feeds.FeedSource(SessionIndexPage, "all/", feeds.CALENDAR, "Sessions"))
    page = session(home, slug="one")
    with committed():
        page.save_revision().publish()
    assert {"series/", "series/all/", "series/all/digitalisation/"} <= set(paths())


def test_a_person_purges_the_sessions_where_they_speak(home: Any) -> None:
    page = session(home, slug="one")
    events.session(child(home, "series"), slug="two")
    person = Person.objects.create(name="Ada")
    page.speaker_rows = [SessionSpeaker(person=person)]
    page.save()

    with committed():
        person.save()

    assert "series/one/" in (found := paths())
    assert "series/two/" not in found


def test_terms_added_by_code_purge_the_page(home: Any) -> None:
    page = factories.make_initiative(child(home, "catalogue"), slug="voucher")
    with committed():
        TermRow.objects.create(content_object=page, tag=Term.objects.get())
    assert "catalogue/voucher/" in paths()


def test_a_page_that_becomes_private_leaves_the_cache_with_all_below_it(home: Any) -> None:
    session(home, slug="one")
    with committed():
        PageViewRestriction.objects.create(page=child(home, "series"), restriction_type="login")
    assert paths() == sorted([*LISTS, "series/one/", "series/one/ics/"])


def test_a_moved_page_is_forgotten_at_its_old_address(home: Any) -> None:
    session(home, slug="one")
    later = factories.make_index(home, SessionIndexPage, title="Later", slug="later")

    with committed():
        SessionPage.objects.get(slug="one").move(later, pos="last-child")

    assert {"series/one/", "series/one/ics/", "later/one/", "series/", "later/"} <= set(paths())


def test_a_page_with_another_address_is_forgotten_at_its_old_one(home: Any) -> None:
    session(home, slug="one")
    series = child(home, "series")
    series.slug = "meetings"
    with committed():
        series.save_revision().publish()
    assert {"series/", "series/one/", "series/one/ics/", "meetings/"} <= set(paths())


def test_what_stands_at_the_foot_of_every_page_purges_them_all(home: Any) -> None:
    session(home, slug="one")
    with committed():
        SiteSettings.objects.create(site=Site.objects.get(), contact_email="a@example.org")
    assert paths() == sorted([*LISTS, "own/", "series/one/", "series/one/ics/"])


@pytest.mark.django_db(transaction=True)
def test_nothing_is_purged_before_the_commit_nor_after_a_rollback(home: Any) -> None:
    term = Term.objects.get(code="digitalisation")
    purged.clear()
    with transaction.atomic():
        term.save()
        assert paths() == []
    assert paths() == sorted(LISTS)
    purged.clear()
    with pytest.raises(RuntimeError), transaction.atomic():
        term.save()
        raise RuntimeError
    assert paths() == []


def test_many_changes_of_a_transaction_are_one_batch_of_constant_cost(
    home: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(registry, "_refreshers", [])

    def cost(*slugs: str) -> int:
        index = child(home, "catalogue")
        pages = [factories.make_initiative(index, slug=slug) for slug in slugs]
        purge()
        purged.clear()
        for page in pages:
            listening.page_shown(page)
        with CaptureQueriesContext(connection) as captured:
            purge()
        assert purged.count(index.get_full_url()) == 1
        return len(captured)

    cost("warm")
    assert cost("one") == cost("two", "three", "four") <= 8


def test_lists_are_up_to_date_before_a_cache_can_ask_for_them(
    home: Any, monkeypatch: Any, caplog: Any
) -> None:
    def fail() -> None:
        raise RuntimeError("no index")

    seen: list[int] = []
    monkeypatch.setattr(registry, "_refreshers", [fail, lambda: seen.append(len(purged))])
    with committed():
        child(home, "own").save_revision().publish()
    assert seen[-1] < len(purged)
    assert "search/" in paths()
    assert "no index" in caplog.text


def test_the_index_is_what_is_brought_up_to_date() -> None:
    assert outbox.work_off in registry._refreshers


@pytest.mark.django_db(transaction=True)
def test_a_cache_that_does_not_answer_is_no_error_for_the_editor(
    home: Any, monkeypatch: Any, caplog: Any
) -> None:
    def broken(*args: Any) -> None:
        raise ConnectionError("no cache")

    monkeypatch.setattr("tests.blocks.purges.RecordingBackend.purge", broken)
    with transaction.atomic():
        Term.objects.get(code="digitalisation").save()
    assert "no cache" in caplog.text
