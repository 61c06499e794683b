"""What is not public is nowhere: every address of the whole site is read for its title."""

from datetime import timedelta
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import Q
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from cop_blocks import visibility
from cop_catalog.models import (
    GoodPracticeIndexPage,
    InitiativeIndexPage,
    InitiativeRelation,
    ThemeIndexPage,
)
from cop_events.models import SessionIndexPage, SessionQuestion
from cop_search import correction, outbox
from cop_search.models import BestBet, BestBetPage, SearchPage
from cop_site.models import HomePage
from tests.catalog import factories
from tests.events import factories as events
from tests.site import fresh

pytestmark = pytest.mark.django_db

HIDDEN = "Geheimzinnig"
#: Words for which editors put the secret pages first, and a slip of the finger in the secret word.
BET, SLIP = "kluis", "Geheimzinnug"
KINDS = ("session", "initiative", "practice", "theme")
#: What is asked of each list, and of what lies below it: its feed, its list as data, suggestions.
ASKED = ("", f"?q={HIDDEN}", "?theme=digitalisation", "?theme=circular")
BELOW = tuple(f"{door}?q={HIDDEN}" for door in ("atom/", "api/v1/", "suggest/"))
#: And of the page that searches everything: what editors put first, a slip, a word's beginning, and
#: what helps where nothing is found.
MORE = (
    f"?q={BET}",
    f"?q={SLIP}",
    f"?q={HIDDEN}&theme=circular&state=closed&from=2001-01-01&to=2001-01-02",
    "atom/",
    f"api/v1/?q={BET}",
    f"api/v1/?q={SLIP}",
    f"suggest/?q={HIDDEN[:5].lower()}",
)


@pytest.fixture
def site() -> Any:
    """Every list of the site, in two languages, and one page of each kind that shows others."""
    home = fresh.home()
    made = SimpleNamespace(home=home, secret={})
    for name, model in (
        ("series", SessionIndexPage),
        ("catalogue", InitiativeIndexPage),
        ("practices", GoodPracticeIndexPage),
        ("themes", ThemeIndexPage),
        ("search", SearchPage),
    ):
        setattr(made, name, factories.make_index(home, model, title=name, slug=name))
    made.digital = factories.make_term("theme", "digitalisation", "Digitalisering")
    made.circular = factories.make_term("theme", "circular", "Circulair")
    # Pages of their own lists, so that a parent can be hidden without hiding the public ones.
    made.aside = {
        "session": factories.make_index(made.series, SessionIndexPage, title="Nog een reeks"),
        "initiative": factories.make_index(home, title="Nog een lijst"),
        "practice": factories.make_index(home, GoodPracticeIndexPage, title="Nog meer"),
        "theme": factories.make_index(home, ThemeIndexPage, title="Nog meer thema's"),
    }
    made.secret = {
        "session": _session(made.aside["session"], f"{HIDDEN} sessie", made.digital),
        "initiative": factories.make_initiative(
            made.aside["initiative"], f"{HIDDEN} initiatief", terms=[made.digital]
        ),
        "practice": None,
        "theme": factories.make_theme(made.aside["theme"], made.circular, f"{HIDDEN} thema"),
    }
    session = _session(made.series, "Open sessie", made.digital)
    initiative = factories.make_initiative(made.catalogue, "Open initiatief", terms=[made.digital])
    initiative.relation_rows = [InitiativeRelation(page=made.secret["initiative"])]
    initiative.successor = made.secret["initiative"]
    initiative.state = "merged"
    initiative.save()
    bet = BestBet(locale=home.locale, site=Site.objects.get(), words=BET)
    bet.pages = [BestBetPage(page_id=page.pk) for page in made.secret.values() if page]
    bet.save()
    made.secret["practice"] = factories.make_practice(
        made.aside["practice"],
        f"{HIDDEN} voorbeeld",
        terms=[made.digital],
        sessions=[session],
        initiatives=[initiative],
    )
    factories.make_practice(
        made.practices,
        "Open voorbeeld",
        sessions=[made.secret["session"]],
        initiatives=[made.secret["initiative"]],
    )
    factories.make_theme(made.themes, made.digital, "Digitalisering")
    home.body = [
        ("next_sessions", {"heading": "Straks", "number": 5}),
        ("session_line", {"heading": "Lijn"}),
        ("initiatives", {"heading": "Nieuw", "number": 5}),
        ("themes", {"heading": "Thema's"}),
        ("newest_pages", {"heading": "Nieuw", "kinds": [], "terms": [], "number": 12}),
    ]
    home.save()
    return made


def _session(parent: Any, title: str, theme: Any) -> Any:
    page = events.session(parent, title=title, start_date=timezone.localdate() + timedelta(9))
    page.question_rows = [SessionQuestion(text=f"{title}: waarom?", locale=page.locale)]
    page.cop_term_rows = [factories.TermRow(tag=theme)]
    page.save()
    return page


def read_all() -> dict[str, str]:
    """The text of every address that anybody can know: the sitemap's, the searches', the lists'."""
    outbox.work_off()
    correction.forget()
    client = Client(headers={"host": "localhost"})
    sitemap = client.get("/sitemap.xml").content.decode()
    site_map = [part.split("</loc>")[0] for part in sitemap.split("<loc>")[1:]]
    paths = ["/" + address.split("/", 3)[3] for address in site_map]
    searches = [
        f"/nl/{slug}/{query}"
        for slug in ("search", "catalogue", "practices")
        for query in (*ASKED, *BELOW, *(MORE if slug == "search" else ()))
    ]
    read = {"/sitemap.xml": sitemap}
    for path in [*paths, *searches]:
        answer = client.get(path)
        assert answer.status_code in (200, 302), path
        # What a visitor searched for is said again: that is no leak.
        read[path] = answer.content.decode()
        for echo in (f'value="{HIDDEN}"', f"“{HIDDEN}”", f'"q": "{HIDDEN}"', f"q={HIDDEN}"):
            read[path] = read[path].replace(echo, "")
    return read


def told() -> set[str]:
    """The addresses that tell of something secret, by its title or by its address."""
    return {
        path for path, text in read_all().items() if f"{HIDDEN} " in text or HIDDEN.lower() in text
    }


def itself(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def its_parent(page: Any) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def unpublished(page: Any) -> None:
    page.unpublish()


def expired(page: Any) -> None:
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")


def private_with_a_public_translation(page: Any) -> None:
    itself(page)
    english = page.copy_for_translation(events.locale("en"), copy_parents=True)
    english.title = "A public example"
    english.save_revision().publish()


def on_another_site(page: Any) -> None:
    root = Page.objects.get(depth=1)
    home = HomePage.objects.filter(slug="elsewhere").first()
    if home is None:
        home = HomePage(title="Elders", slug="elsewhere", locale=page.locale)
        root.add_child(instance=home)
        Site.objects.create(hostname="elsewhere.example", root_page=home)
    page.get_parent().specific.move(HomePage.objects.get(pk=home.pk), pos="last-child")


def test_all_of_it_is_told_as_long_as_it_is_public(site: Any) -> None:
    found = told()

    assert {"/sitemap.xml", "/nl/", "/nl/series/"} <= found
    assert {f"/nl/search/{query}" for query in (f"?q={HIDDEN}", *BELOW, *MORE)} - found == {
        # With these dates nothing is found, so this one says how many there are without them.
        f"/nl/search/{MORE[2]}"
    }
    assert {f"/nl/catalogue/{query}" for query in BELOW} <= found
    assert {site.secret[kind].url for kind in KINDS} <= found


@pytest.mark.parametrize(
    "hide",
    [
        itself,
        its_parent,
        unpublished,
        expired,
        private_with_a_public_translation,
    ],
)
def test_what_is_not_public_is_told_nowhere(site: Any, hide: Any) -> None:
    for kind in KINDS:
        hide(Page.objects.get(pk=site.secret[kind].pk).specific)

    assert told() == set()


def test_what_another_site_publishes_is_in_no_list_search_feed_or_suggestion(site: Any) -> None:
    for kind in KINDS:
        on_another_site(Page.objects.get(pk=site.secret[kind].pk).specific)

    lists = [f"/nl/{name}/" for name in ("search", "catalogue", "practices")]
    asked = {path for path in told() if path.startswith(tuple(lists))}

    # A page may name one of another site, chosen by an editor; its address is whole.
    assert asked == {"/nl/practices/open-voorbeeld/", "/nl/catalogue/open-initiatief/"}


def test_a_page_that_waits_to_expire_is_found_no_more(site: Any) -> None:
    page = site.secret["initiative"]
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()

    assert page.title not in read_all()[f"/nl/search/?q={HIDDEN}"]


def test_without_the_question_for_public_pages_the_private_ones_are_told(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in KINDS:
        itself(site.secret[kind])
    assert told() == set()

    def anything() -> Any:
        from django.db.models import Q

        return Q()

    monkeypatch.setattr(visibility.is_public, "__code__", anything.__code__)
    monkeypatch.setattr(PageQuerySet, "public", lambda self: self.filter(Q()))
    call_command("cop_search_rebuild", stdout=StringIO())

    assert {"/sitemap.xml", "/nl/", "/nl/series/", f"/nl/search/?q={HIDDEN}"} <= told()


def test_dutch_pages_stand_in_no_english_list(site: Any) -> None:
    """wagtail-localize fills the tree of a new language with aliases of what is not translated."""
    english = events.locale("en")
    home = HomePage.objects.get().copy_for_translation(english)
    home.save_revision().publish()
    for page in Page.objects.filter(depth__gt=2, locale__language_code="nl").order_by("path"):
        page.specific.copy_for_translation(english, alias=True)
    for name in ("series", "catalogue", "practices", "themes", "search"):
        # Lists are translated, what stands in them is not.
        getattr(site, name).get_translation(english).specific.delete()
        index = getattr(site, name).copy_for_translation(english)
        index.save_revision().publish()
        for child in getattr(site, name).get_children().order_by("path"):
            child.specific.copy_for_translation(english, alias=True)

    read = {path: text for path, text in read_all().items() if path.startswith("/en/")}

    assert len(read) == 6
    dutch = ("Open sessie", "Open initiatief", "Open voorbeeld", "Thema")
    assert {
        path: told for path, text in read.items() if (told := [t for t in dutch if t in text])
    } == {}
