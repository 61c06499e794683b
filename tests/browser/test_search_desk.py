"""What editors see of the search in the admin: no barrier in the parts that are ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Demo
from tests.browser.editor import Editor
from tests.browser.looking import axe
from tests.browser.test_editor import SET_LANGUAGE

pytestmark = pytest.mark.browser

SNIPPETS = "/admin/snippets/cop_search"
COUNTED = """
from django.utils import timezone
from wagtail.models import Site
from cop_search.models import SearchCount
place = {"day": timezone.localdate(), "site_id": Site.objects.get().pk, "locale": "nl"}
for text, number, without in (("subsidie", 9, 0), ("kwantumgeld", 4, 4)):
    SearchCount.objects.update_or_create(
        **place, key=text, defaults={"text": text, "number": number, "without_results": without}
    )
"""
#: One page is set aside, and another says something else than its entry.
ASTRAY = """
from cop_search.models import Document, Outbox
first, last = Document.objects.order_by("pk").first(), Document.objects.order_by("pk").last()
Outbox.objects.create(page_id=first.page_id, failed=True)
Document.objects.filter(pk=last.pk).update(title="Van gisteren", fingerprint="")
"""


@pytest.fixture
def editor(chromium: Any, demo: Demo) -> Iterator[Editor]:
    demo.manage("shell", "-c", SET_LANGUAGE.format(language="nl") + COUNTED)
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(20_000)
    editor = Editor(context.new_page(), demo, "nl")
    editor.sign_in()
    yield editor
    context.close()


def test_no_screen_of_the_search_has_a_barrier(editor: Editor) -> None:
    page = editor.page

    def look(path: str) -> list[str]:
        page.goto(editor.demo.base + path)
        page.locator("#main :is(form, table)").first.wait_for()
        return [f"{path}: {line}" for line in axe(page, "#main")]

    wrong = look(f"{SNIPPETS}/bestbet/")
    wrong += look(f"{SNIPPETS}/bestbet/add/")
    wrong += look(f"{SNIPPETS}/synonym/")
    wrong += look(f"{SNIPPETS}/synonym/add/")
    wrong += look("/admin/reports/cop-searches/")
    assert page.get_by_text("kwantumgeld").first.is_visible()
    assert wrong == []


def test_the_list_before_and_after_has_no_barrier_and_takes_focus(editor: Editor) -> None:
    page = editor.page
    page.goto(f"{editor.demo.base}{SNIPPETS}/synonym/add/")
    page.locator("[name=words]").fill("kwantumgeld, subsidie")
    page.get_by_role("button", name=editor.say("Show what changes")).click()
    answer = page.locator(".cop-effect__answer")
    answer.wait_for()
    assert "kwantumgeld" in answer.inner_text()
    assert page.locator(".cop-effect__sides li").count() > 0
    expect(answer).to_be_focused()
    assert axe(page, "#main") == []


@pytest.fixture
def astray(demo: Demo) -> Iterator[None]:
    demo.manage("shell", "-c", ASTRAY)
    yield
    demo.manage("cop_search_check", "--repair")


def test_search_health_has_no_barrier_whatever_it_has_to_tell(editor: Editor, astray: None) -> None:
    page = editor.page
    page.goto(f"{editor.demo.base}/admin/reports/cop-search-health/")
    page.get_by_role("button", name=editor.say("Try all again")).wait_for()
    assert axe(page, "#main") == []
    page.get_by_role("button", name=editor.say("Check now")).click()
    expect(page.get_by_role("status").get_by_role("listitem")).not_to_have_count(0)
    assert axe(page, "#main") == []
