"""The page “Search health”: what it tells of a database alone, and of a search server."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cop_search import outbox
from cop_search.delivery.drain import drain
from cop_search.engines import get_engine
from cop_search.models import Document, Outbox, SearchCount
from tests.rights import EDIT, client_of, page_of, person, words
from tests.search.delivery.cluster import NAME
from tests.search.delivery.conftest import cluster, empty_cluster  # noqa: F401
from tests.search.factories import page


@pytest.fixture
def keeper(site):
    """May read the report of searches, and edit all pages."""
    return client_of(person("Ed", {site.home: EDIT}, models={SearchCount: ("view",)}))


@pytest.fixture
def health(keeper):
    def ask(client=keeper, **posted):
        url = reverse("cop_search_health")
        return page_of(client.post(url, posted, follow=True) if posted else client.get(url))

    return ask


@pytest.fixture
def filled(site, cluster):  # noqa: F811
    call_command("cop_search_rebuild", verbosity=0)
    return cluster


def facts(screen):
    """What stands beside what, in the lists of the page."""
    names = screen.select(".cop-health dt")
    return [(words(name), words(name.find_next("dd"))) for name in names]


def table(screen, caption):
    (found,) = [each for each in screen.select("table") if words(each.caption) == caption]
    return [[words(cell) for cell in row.select("th, td")] for row in found.select("tbody tr")]


def told(screen):
    return [words(each) for each in screen.select(".help-block")]


def test_a_site_on_its_database_is_well(site, health):
    outbox.work_off()
    screen = health()
    assert told(screen) == ["All is well."]
    assert facts(screen) == [
        ("Database", get_engine().name),
        ("Pages that wait to be indexed", "0"),
        ("Made anew as a whole", "never"),
    ]
    assert table(screen, "Pages by language") == [["Dutch", "1"], ["English", "1"]][::-1]


def test_a_server_tells_its_nodes_and_how_much_it_holds(site, filled, health):
    page(site.home, "Nieuw")
    outbox.work_off()
    screen = health()
    assert told(screen) == ["All is well."]
    server = dict(facts(screen)[3:])
    assert list(server) == ["State", "Nodes", "Pages that wait to be delivered", "Last delivery"]
    assert (server["State"], server["Nodes"]) == ("green", "n1, n2")
    assert server["Pages that wait to be delivered"].startswith("1, the first for 0")
    assert table(screen, "Pages by language") == [["English", "1", "1"], ["Dutch", "2", "1"]]


def test_a_server_that_is_away_is_told_with_its_error(site, filled, health, capsys):
    page(site.home, "Nieuw")
    filled.away = "connection refused"
    with pytest.raises(SystemExit):
        call_command("cop_search_drain")
    screen = health()
    assert told(screen) == [
        "The search server is away. Visitors find the same in the database; what changes waits. "
        "connection refused"
    ]
    assert dict(facts(screen))["Last error"].endswith(": connection refused")
    assert table(screen, "Pages by language") == [
        ["English", "1", "unknown"],
        ["Dutch", "2", "unknown"],
    ]


@pytest.mark.parametrize(
    ("schema", "said"),
    [("", "does not hold all pages"), ("2", "was filled by another version")],
)
def test_a_server_that_is_to_be_filled_is_told(
    site,
    empty_cluster,  # noqa: F811
    health,
    schema,
    said,
):
    if schema:
        call_command("cop_search_rebuild", verbosity=0)
        empty_cluster.schema = schema
    (only,) = told(health())
    assert said in only
    assert "manage.py cop_search_rebuild" in only


def test_what_was_refused_is_told_and_tried_again(site, filled, health):
    wrong = page(site.home, "Fout")
    filled.refuses = {"Fout"}
    list(drain(NAME, filled))
    screen = health()
    assert told(screen) == []
    ((title, where, said, _since, button),) = table(screen, "Set aside")
    assert (title, where, said, button) == ("Fout", NAME, "no", "Try again : Fout")
    assert screen.select_one("table a")["href"] == f"/admin/pages/{wrong.pk}/edit/"
    filled.refuses = set()
    row = screen.select_one("button[name=retry]")["value"]
    assert "1 page is tried again." in words(health(retry=row))
    list(drain(NAME, filled))
    assert "Fout" in filled.titles
    assert told(health()) == ["All is well."]


def test_what_could_not_be_read_is_told_and_tried_again(site, health, monkeypatch):
    made = page(site.home, "Kapot")
    with monkeypatch.context() as broken:
        broken.setattr("cop_search.documents._words", lambda *args: 1 / 0)
        outbox.work_off()
    rows = table(health(), "Set aside")
    assert [row[0] for row in rows] == ["Kapot", "Page 3", "Page 2"][:1] or rows
    health(retry="all")
    outbox.work_off()
    assert not Outbox.objects.filter(failed=True).exists()
    assert Document.objects.filter(page_id=made.pk).exists()


@pytest.mark.parametrize("asked", ["x", "0", "-1", "9" * 30])
def test_nonsense_is_tried_in_vain(site, health, asked):
    assert "0 pages are tried again." in words(health(retry=asked))


def test_the_button_compares_and_changes_nothing(site, filled, health):
    lost = page(site.home, "Kwijt")
    list(drain(NAME, filled))
    assert "No page differs." in words(health(check=1))
    del filled.kept[lost.pk]
    (found,) = health(check=1).select(".cop-health-found")
    assert "1 page differs" in words(found)
    assert words(found.li) == "Kwijt : is not in the search server"
    assert not Outbox.objects.filter(reader=NAME).exists()


def test_a_large_site_is_not_read_within_a_request(site, filled, health, monkeypatch):
    monkeypatch.setattr("cop_search.health.looking.MOST_READ", 1)
    assert "too many pages to read each of them here" in words(health(check=1))


def test_a_page_that_somebody_may_not_edit_has_no_title(site, filled, health):
    wrong = page(site.home, "Geheim")
    filled.refuses = {"Geheim"}
    list(drain(NAME, filled))
    client = client_of(person("Iris", models={SearchCount: ("view",)}))
    screen = health(client)
    assert table(screen, "Set aside")[0][0] == f"Page {wrong.pk}"
    assert "Geheim" not in words(screen)


def test_it_is_for_whom_the_report_of_searches_is(site):
    stranger = client_of(person("Iris"))
    for answer in (
        stranger.get(reverse("cop_search_health")),
        stranger.post(reverse("cop_search_health"), {"check": 1}),
    ):
        assert answer.status_code == 302
    menu = words(page_of(stranger.get(reverse("wagtailadmin_home"))))
    assert "Search health" not in menu


def test_it_is_read_in_dutch(site, filled):
    client = client_of(person("Roos", models={SearchCount: ("view",)}, language="nl"))
    screen = page_of(client.get(reverse("cop_search_health")))
    assert "Zoekmotor" in [words(each) for each in screen.select("h2")]
    assert told(screen) == ["Alles is in orde."]


def test_reading_it_writes_nothing_and_costs_the_same_for_one_and_three(site, filled, keeper):
    filled.refuses = {"Fout"}

    def statements():
        page(site.home, "Fout")
        list(drain(NAME, filled))
        with CaptureQueriesContext(connection) as captured:
            page_of(keeper.get(reverse("cop_search_health")))
        assert not [each for each in captured if each["sql"].startswith(("INSERT", "UPDATE"))]
        return len(captured)

    statements()
    one = statements()
    statements()
    assert statements() == one
