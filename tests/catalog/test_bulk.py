"""What can be done with many initiatives at once, and what is left as it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from wagtail.models import PageLogEntry

from cop_blocks.models import Vocabulary
from cop_catalog.cards import site_today
from cop_catalog.models import InitiativePage
from tests.catalog import factories
from tests.rights import EDIT, client_of, page_of, person, words

CHECKED, STATE = "cop_checked_today", "cop_set_state"
TODAY = site_today()
BEFORE = TODAY - timedelta(400)
NEXT = "/admin/cop_initiatives/"


@pytest.fixture
def editor(site: Any) -> Any:
    return person("Ed", {site.catalogue: EDIT, site.catalogue_en: EDIT})


@pytest.fixture
def voucher(site: Any) -> Any:
    return make(site, "Voucher")


def make(site: Any, title: str, **fields: Any) -> Any:
    return factories.make_initiative(site.catalogue, title, **{"verified_on": BEFORE, **fields})


def url_of(action: str, *pages: Any) -> str:
    ids = "&".join(f"id={getattr(page, 'pk', page)}" for page in pages)
    return f"/admin/bulk/cop_catalog/initiativepage/{action}/?{ids}&next={NEXT}"


def do(user: Any, action: str, *pages: Any, **data: Any) -> list[str]:
    """Says yes; answers what the editor is told."""
    response = client_of(user).post(url_of(action, *pages), data)
    assert response.status_code == 302, words(page_of(response))
    assert response.headers["location"] == NEXT
    told = (strip_tags(str(message)) for message in get_messages(response.wsgi_request))
    return [" ".join(text.split()) for text in told]


def fresh(page: Any) -> Any:
    return InitiativePage.objects.get(pk=page.pk)


def test_checked_today_is_written_and_published(site, voucher, editor):
    loan = make(site, "Lening")

    told = do(editor, CHECKED, voucher, loan)

    assert told == ["2 pages were changed."]
    assert {fresh(page).verified_on for page in (voucher, loan)} == {TODAY}
    page = fresh(voucher)
    assert page.live_revision == page.latest_revision
    assert not page.has_unpublished_changes
    assert page.latest_revision.as_object().verified_on == TODAY
    log = PageLogEntry.objects.filter(page=page.pk, user=editor).values_list("action", flat=True)
    assert set(log) == {"wagtail.edit", "wagtail.publish"}


def test_nothing_is_changed_before_it_is_confirmed(site, voucher, editor):
    page = page_of(client_of(editor).get(url_of(CHECKED, voucher)))

    assert [words(link) for link in page.select("#main ul a[href*='/edit/']")] == ["Voucher"]
    assert "Did you make sure that everything in these initiatives is right?" in words(page)
    assert fresh(voucher).verified_on == BEFORE


def test_a_translation_stands_for_the_page_that_keeps_the_facts(site, voucher, editor):
    english = factories.translated(voucher, title="Voucher in English")

    told = do(editor, CHECKED, english, voucher)

    assert told == ["1 page was changed."]
    assert {fresh(page).verified_on for page in (voucher, english)} == {TODAY}


def draft_of(page: Any) -> Any:
    page.summary = "Nog niet."
    page.save_revision()
    return page


def test_what_is_not_ready_is_left_and_the_reason_is_told(site, voucher, editor):
    changed = draft_of(make(site, "Gewijzigd"))
    never = make(site, "Nooit", live=False)
    locked = make(site, "Op slot", locked=True)

    told = do(editor, CHECKED, voucher, changed, never, locked)

    assert told == [
        "Left as it was: “Gewijzigd”: it has changes that are not published; "
        "“Nooit”: it is not published; “Op slot”: it is locked.",
        "1 page was changed.",
    ]
    assert {fresh(page).verified_on for page in (changed, never, locked)} == {BEFORE}
    assert fresh(changed).summary == "Eén zin."


def test_the_reasons_stand_on_the_confirmation_too(site, voucher, editor):
    changed = draft_of(make(site, "Gewijzigd"))

    page = page_of(client_of(editor).get(url_of(CHECKED, voucher, changed)))

    assert "Gewijzigd: it has changes that are not published" in words(page)
    nothing = page_of(client_of(editor).get(url_of(CHECKED, changed)))
    assert nothing.select("#main form[method=post] button") == []


@pytest.mark.parametrize("actions", [("change",), ("add", "change"), ("lock",)])
def test_who_may_not_publish_changes_nothing(site, voucher, actions):
    reader = person("Reader", {site.catalogue: actions})

    told = do(reader, CHECKED, voucher)

    assert told == ["Left as it was: “Voucher”: you may not publish it."]
    assert fresh(voucher).verified_on == BEFORE


def test_a_page_that_one_does_not_see_is_as_good_as_not_chosen(site, voucher):
    other = person("Other", {site.practices: EDIT})

    response = client_of(other).post(url_of(CHECKED, voucher), follow=True)

    assert response.status_code == 404
    assert fresh(voucher).verified_on == BEFORE


def test_who_has_rights_in_english_only_does_not_change_the_dutch_facts(site, voucher):
    english = factories.translated(voucher, title="Voucher in English")
    anna = person("Anna", {site.catalogue_en: EDIT})

    told = do(anna, CHECKED, english)

    assert told == [
        "Left as it was: “Voucher in English”: its facts are kept in a language in which you have "
        "no rights."
    ]
    assert fresh(voucher).verified_on == BEFORE


@pytest.mark.parametrize("ids", ["id=0", "id=all", "id=x", "id=99999999999999999999", ""])
def test_ids_that_are_none_are_a_404(site, voucher, editor, ids):
    url = f"/admin/bulk/cop_catalog/initiativepage/{CHECKED}/?{ids}"

    assert client_of(editor).post(url, follow=True).status_code == 404
    assert fresh(voucher).verified_on == BEFORE


def test_what_was_checked_today_already_is_not_published_again(site, editor):
    page = make(site, "Voucher", verified_on=TODAY)

    assert do(editor, CHECKED, page) == ["Left as it was: “Voucher”: it is so already."]
    assert fresh(page).latest_revision is None


def test_a_page_that_its_own_rules_refuse_is_left_and_the_others_are_done(site, voucher, editor):
    good = make(site, "Goed", terms=[site.digital])
    Vocabulary.objects.filter(code="theme").update(is_required=True)

    told = do(editor, CHECKED, voucher, good)

    assert told == [
        "Left as it was: “Voucher”: Choose at least one of: Theme.",
        "1 page was changed.",
    ]
    assert (fresh(good).verified_on, fresh(voucher).verified_on) == (TODAY, BEFORE)


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_the_state_is_set(site, voucher, editor, state):
    assert do(editor, STATE, voucher, state=state) == ["1 page was changed."]

    assert fresh(voucher).state == state
    assert do(editor, STATE, voucher, state="active") == ["1 page was changed."]


@pytest.mark.parametrize("state", ["", "merged", "nonsense"])
def test_a_state_that_is_not_offered_is_refused_at_its_field(site, voucher, editor, state):
    response = client_of(editor).post(url_of(STATE, voucher), {"state": state})

    assert list(response.context["form"].errors) == ["state"]
    assert fresh(voucher).state == "active"


def test_the_actions_stand_below_the_listing_of_initiatives_only(site, voucher, editor):
    client = client_of(editor)

    def actions(url: str) -> list[str]:
        links = page_of(client.get(url)).select("[data-bulk-action-button]")
        return [words(link) for link in links]

    assert actions(NEXT)[:2] == ["Checked today", "Set the state"]
    assert "Publish" in actions(NEXT)
    assert "Checked today" not in actions("/admin/cop_good_practices/")


def test_the_confirmation_costs_the_same_for_one_and_for_many(site, editor):
    pages = [make(site, f"Voucher {number}") for number in range(8)]
    for page in pages:
        factories.translated(page)
    client = client_of(editor)

    def costs(chosen: Any) -> int:
        client.get(url_of(CHECKED, *chosen))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url_of(CHECKED, *chosen)).status_code == 200
        return len(captured)

    assert costs(pages) == costs(pages[:1])
