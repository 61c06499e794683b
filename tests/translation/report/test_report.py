"""The report in the admin: what it lists, how it is narrowed, and the spreadsheet of it."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cop_blocks.models import Term, TermRow, Vocabulary
from cop_blocks.translation.report.rows import rows
from cop_blocks.translation.report.states import State
from cop_blocks.translation.rights.may import visible
from tests.blocks.facts.factories import fresh, locale, make_offer
from tests.rights import client_of, page_of, words
from tests.translation.rights.world import ROLES, World

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/cop-translations/"
RESULTS = f"{REPORT}results/"


def titles(world: World, query: str = "", role: str = "superuser") -> list[tuple[str, str]]:
    page = page_of(client_of(world.people[role]).get(f"{RESULTS}?{query}"))
    return sorted(
        (words(row.select_one(".title-wrapper")), words(row.select("td")[2]))
        for row in page.select(".cop-translations tbody tr")
    )


def test_everybody_sees_what_they_may_see(world: World):
    failures = []
    for role in ROLES:
        user = world.people[role]
        if not user.is_authenticated:
            continue
        listed = {row["cop_pk"] for row in rows(user) if row["cop_pk"]}
        may = set(visible(user, Translation.objects.all()).values_list("pk", flat=True))
        if listed != may:
            failures.append((role, listed, may))
    assert failures == []


def test_a_translator_sees_what_is_missing_in_their_language_only(world: World):
    missing = {
        role: {row["cop_target"] for row in rows(world.people[role]) if not row["cop_pk"]}
        for role in ("visitor", "translator_en", "translator_fr", "editor_nl")
    }
    english, french = locale("en").pk, locale("fr").pk
    assert missing == {
        "visitor": set(),
        "translator_en": {english},
        "translator_fr": {french},
        "editor_nl": {english, french},
    }


def test_anonymous_is_asked_to_log_in(client: Any, world: World):
    assert client.get(REPORT).headers["Location"].startswith("/admin/login/")


def test_the_report_is_narrowed_by_each_filter(world: World):
    owner = User.objects.get(username="editor_nl")
    page = fresh(world.new, title="Nieuw", draft_title="Nieuw", owner=owner)
    page.save()
    theme = Vocabulary.objects.create(code="theme")
    TermRow.objects.create(
        tag=Term.objects.create(vocabulary=theme, code="energy"), content_object=page
    )
    new = [("Nieuw", "English"), ("Nieuw", "French")]
    found = {
        query: titles(world, query)
        for query in (
            "q=nieuw",
            f"owner={owner.pk}",
            "theme=energy",
            "theme=energy&language=fr",
            "q=nieuw&state=complete",
            "language=fr&state=draft",
            "age=7",
            "state=nonsense",
        )
    }
    assert found == {
        "q=nieuw": new,
        f"owner={owner.pk}": new,
        "theme=energy": new,
        "theme=energy&language=fr": new[1:],
        "q=nieuw&state=complete": [],
        "language=fr&state=draft": [("Offer (nl)", "French")],
        "age=7": [],
        "state=nonsense": titles(world),
    }


def test_an_empty_list_says_what_that_means(world: World):
    client = client_of(world.people["submitter"])

    def said(path: str) -> str:
        return words(page_of(client.get(path)).select_one(".nice-padding p"))

    assert said(RESULTS).startswith("Nothing here lacks a translation")
    assert said(f"{REPORT}mine/results/") == "Nothing waits for you."
    asked = said(f"{RESULTS}?q=nowhere")
    assert asked
    assert not asked.startswith("Nothing here")


def test_the_report_takes_the_place_of_the_other_one(world: World):
    menu = client_of(world.people["superuser"]).get("/admin/").content.decode()
    assert (REPORT in menu, "/admin/localize/reports/translations/" in menu) == (True, False)


def test_the_report_is_sorted_by_its_headings(world: World):
    client = client_of(world.people["superuser"])
    page = page_of(client.get(f"{REPORT}?ordering=-title&language=en"))
    found = [words(each) for each in page.select(".cop-translations .title-wrapper")]
    assert found == sorted(found, reverse=True)
    heading = page.select_one(".cop-translations th[aria-sort]")
    assert (heading["aria-sort"], heading.a["href"]) == (
        "descending",
        f"{REPORT}?language=en&ordering=title",
    )


def test_what_has_no_moment_comes_last(world: World):
    client = client_of(world.people["superuser"])
    for order in ("since", "-since"):
        page = page_of(client.get(f"{REPORT}?ordering={order}"))
        found = [words(each) for each in page.select(".cop-translations .title-wrapper")]
        assert (order, found[-1]) == (order, "Samen")


def test_the_spreadsheet_has_what_the_report_shows_and_no_formulas(world: World):
    fresh(world.new, title="=1+1", draft_title="=1+1").save()
    client = client_of(world.people["superuser"])
    query = f"{REPORT}?state={State.MISSING}&language=en&export="
    sheet = load_workbook(BytesIO(b"".join(client.get(f"{query}xlsx")))).active
    assert sheet is not None
    [cell] = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    text = b"".join(client.get(f"{query}csv")).decode()
    assert text.splitlines()[1].startswith("'=1+1,Offer page,nl,en,Missing,0,,False,")


def test_the_report_costs_the_same_at_one_and_at_twenty_rows(world: World):
    client = client_of(world.people["moderator_en"])
    client.get(REPORT)
    asked = []
    for many in (1, 20):
        for number in range(many):
            offer = make_offer(slug=f"one-{many}-{number}")
            if number % 2:
                translate_object(offer, [locale("en")])
        with CaptureQueriesContext(connection) as found:
            page = page_of(client.get(f"{RESULTS}?language=en"))
        asked.append(len(found))
        assert len(page.select(".cop-translations tbody tr")) >= many
    assert asked[0] == asked[1]
    # Nothing is written by a look.
    assert not [each for each in found if not each["sql"].startswith(("SELECT", "(SELECT"))]
