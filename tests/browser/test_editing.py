"""What the edit forms do in a real browser: fields come and go, counters count, checks run."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Demo
from tests.browser.editor import Editor
from tests.browser.test_editor import SET_LANGUAGE, new

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(chromium: Any, demo: Demo) -> Iterator[Editor]:
    demo.manage("shell", "-c", SET_LANGUAGE.format(language="nl"))
    context = chromium.new_context(viewport={"width": 1400, "height": 1400})
    context.set_default_timeout(20_000)
    editor = Editor(context.new_page(), demo, "nl")
    editor.sign_in()
    yield editor
    context.close()


def shown(editor: Editor, *names: str) -> list[str]:
    """Which of these fields are there to fill in, by their names in the form."""
    editor.page.wait_for_timeout(200)  # Wagtail looks at its rules 50 ms after a change
    return [name for name in names if editor.page.locator(f"[name={name}]").is_visible()]


DATE = ("start_date", "start_time", "timezone", "start_month", "start_year", "end_month")


def test_only_the_fields_that_apply_are_asked_and_keep_what_was_typed(editor: Editor) -> None:
    new(editor, "session page", "Quail that changes its mind")
    editor.tab("Date and place")
    assert shown(editor, *DATE) == ["start_date", "start_time", "timezone"]
    editor.page.locator("[name=start_time]").fill("13:30")

    editor.choose("Only the month")
    assert shown(editor, *DATE) == ["start_month", "start_year"]
    editor.choose("Two months")
    assert shown(editor, *DATE) == ["start_month", "start_year", "end_month"]
    editor.choose("A day")
    assert shown(editor, *DATE) == ["start_date"]
    editor.choose("A day and a time")
    assert shown(editor, *DATE) == ["start_date", "start_time", "timezone"]
    assert editor.page.locator("[name=start_time]").input_value() == "13:30"

    place = ("venue_name", "online_url")
    assert shown(editor, *place) == ["venue_name"]
    editor.choose("Online")
    assert shown(editor, *place) == ["online_url"]


def test_a_summary_is_counted_as_the_model_counts(editor: Editor) -> None:
    new(editor, "initiative", "Quail that counts")
    box = editor.page.locator("[name=summary]")
    counter = editor.page.locator("#id_summary-count")

    box.fill("\N{CAT FACE}a\nb  ")
    assert counter.inner_text() == "5 van 160 tekens"
    box.fill("x" * 161)
    assert counter.inner_text() == "161 van 160 tekens – 1 te veel"
    assert box.input_value() == "x" * 161
    assert "id_summary-count" in str(box.get_attribute("aria-describedby"))
    status = editor.page.get_by_role("status").filter(has_text="161 van 160")
    status.wait_for(state="attached")


def test_without_javascript_all_fields_are_there(demo: Demo, chromium: Any, editor: Editor) -> None:
    new(editor, "session page", "Quail without scripts")
    address, state = editor.page.url, editor.page.context.storage_state()
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(address)
    hidden = page.locator("[data-w-rules-target][hidden]")
    assert (hidden.count(), page.locator("[data-w-rules-target]").count()) == (0, 12)
    context.close()


#: An image whose description is the name of its file, in the draft of a page.
PLANT = """
from wagtail.images import get_image_model
from {module} import {model}
page = {model}.objects.filter(locale__language_code="nl").last().get_latest_revision_as_object()
first = get_image_model().objects.first().pk
image = {{"image": first, "alt_text": "IMG_123.jpg", "decorative": False}}
page.body = page._meta.get_field("body").to_python(
    [{{"type": "image", "value": {{"image": image, "caption": ""}}, "id": "planted"}}]
)
page.save_revision()
print(page.pk)
"""


@pytest.mark.parametrize(
    ("module", "model"),
    [("cop_events.models", "SessionPage"), ("cop_catalog.models", "InitiativePage")],
)
def test_wagtails_own_checks_run_in_our_previews(
    editor: Editor, demo: Demo, module: str, model: str
) -> None:
    pk = demo.manage("shell", "-c", PLANT.format(module=module, model=model)).split()[-1]
    editor.page.goto(f"{demo.base}/admin/pages/{pk}/edit/")

    editor.page.get_by_role("button", name=editor.say("Toggle checks")).click()

    found = editor.page.get_by_text(editor.say("Image alt text has inappropriate pattern"))
    found.locator("visible=true").first.wait_for(timeout=40_000)
