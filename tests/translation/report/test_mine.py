"""A translator's start page, and the numbers on the dashboard."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cop_blocks.translation.report.mine import waiting_for
from cop_blocks.translation.report.rows import rows
from cop_blocks.translation.rights.may import may_translate
from tests.blocks.facts.factories import locale, make_offer
from tests.rights import client_of, page_of, words
from tests.translation.guards.steps import approve
from tests.translation.rights.world import ROLES, World

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/cop-translations/"
MINE = f"{REPORT}mine/"


def test_what_waits_is_what_the_person_may_translate(world: World):
    """By the same rule as everywhere, for every role."""
    failures = []
    for role in ROLES:
        user = world.people[role]
        if not user.is_authenticated:
            continue
        found = rows(user, lambda part, user=user: waiting_for(user, part))
        may = {each.pk for each in Translation.objects.all() if may_translate(user, each)}
        if {row["cop_pk"] for row in found} != may:
            failures.append((role, found, may))
    assert failures == []


def test_what_is_done_or_missing_waits_no_more(world: World, django_capture_on_commit_callbacks):
    translation = world.translation(world.page)
    approve(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    page = page_of(client_of(world.people["moderator_en"]).get(MINE))
    found = [words(row.select_one(".title-wrapper")) for row in page.select("tbody tr")]
    assert found == ["Folder", "Samen", "Offer (nl)"]


def test_the_dashboard_counts_by_language_and_leads_into_the_report(world: World):
    client = client_of(world.people["translator_en"])
    page = page_of(client.get("/admin/"))
    panel = page.select_one("#cop-translations-section") or page.select_one("#cop-translations")
    cells = [words(each) for each in panel.select("tbody tr")[0].select("th, td")]
    assert cells == ["English", "1", "4", "0", "0", "0", "0"]
    link = panel.select("tbody a")[1]["href"]
    assert link == f"{REPORT}?language=en&state=draft"
    assert len(page_of(client.get(link)).select(".cop-translations tbody tr")) == 4
    waits = page.select_one(f"a.cop-desk-number[href='{MINE}']")
    assert words(waits) == "4 translations wait for you"


def test_who_translates_nothing_is_not_bothered(world: World):
    page = page_of(client_of(world.people["submitter"]).get("/admin/"))
    assert [each for each in page.select("a") if MINE in each.get("href", "")] == []
    assert page.select_one("#cop-translations") is None


def test_the_start_page_and_the_dashboard_cost_the_same_at_one_and_at_twenty(world: World):
    client = client_of(world.people["moderator_en"])
    asked: dict[str, list[int]] = {MINE: [], "/admin/": []}
    for many in (1, 20):
        for number in range(many):
            translate_object(make_offer(slug=f"one-{many}-{number}"), [locale("en")])
        for url, counted in asked.items():
            client.get(url)
            with CaptureQueriesContext(connection) as found:
                client.get(url)
            counted.append(len(found))
    different: Any = {url: found for url, found in asked.items() if found[0] != found[1]}
    assert different == {}
