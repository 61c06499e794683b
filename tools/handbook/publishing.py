"""From draft to public page: preview, publish, schedule, review, compare, delete."""

from typing import Any

from tools.handbook.scene import Actor, scene

MORE = ", ook in het weekend."
WORKFLOW = "CoP: goedkeuring door een moderator"


@scene(height=760)
def publish(me: Actor) -> Any:
    me.edit("coming")
    return me.unfold_foot().get_by_role("button", name=me.say("Publish"), exact=True)


@scene(height=820)
def preview(me: Actor) -> Any:
    me.edit("coming")
    button = me.button(me.say("Toggle preview"))
    button.click()
    inside = me.page.get_by_title(me.say("Preview"), exact=True).last.content_frame
    inside.get_by_role("heading", level=1).wait_for()
    me.page.wait_for_load_state("networkidle")
    return button


@scene(height=760)
def schedule(me: Actor) -> Any:
    me.edit("coming")
    me.button(me.say("Toggle status")).click()
    me.button(me.say("Set schedule")).click()
    dialog = me.page.get_by_role("dialog").locator("visible=true")
    dialog.wait_for()
    return dialog.get_by_role("button", name=me.say("Save schedule"))


@scene(height=720)
def advice(me: Actor) -> Any:
    me.edit("coming")
    return (
        me.page.get_by_role("main")
        .locator(".help-block")
        .filter(has=me.page.get_by_role("list"))
        .first
    )


@scene(role="contributor", height=720)
def comment(me: Actor) -> Any:
    me.edit("initiative")
    text = {"nl": "Klopt dit nog in 2027?", "en": "Is this still right in 2027?"}[me.language]
    me.comment("summary", text)
    me.page.wait_for_timeout(500)
    return me.page.get_by_text(text, exact=True)


def more_text(me: Actor) -> str:
    """Change the initiative; the button that sends it to a moderator."""
    me.edit("initiative")
    summary = me.field("summary")
    summary.fill(summary.input_value().removesuffix(MORE).rstrip(".") + MORE)
    return me.say("Submit to %(workflow_name)s", workflow_name=WORKFLOW)


@scene(role="contributor", height=720)
def submit(me: Actor) -> Any:
    button = more_text(me)
    return me.unfold_foot().get_by_role("button", name=button, exact=True)


@scene(role="contributor", height=720)
def submitted(me: Actor) -> Any:
    me.do(more_text(me))
    me.edit("initiative")
    button = me.button(me.say("Toggle status"))
    button.click()
    return me.foot().get_by_role("button", name=me.say("Cancel workflow ").strip(), exact=True)


@scene(role="moderator", height=760)
def review(me: Actor) -> Any:
    me.edit("initiative")
    foot = me.unfold_foot()
    return foot.get_by_role("button", name=me.say("Request changes"), exact=True)


@scene(role="moderator", height=760)
def compare(me: Actor) -> Any:
    me.visit("/admin/")
    row = me.panel("Awaiting your review").get_by_role("row").nth(1)
    row.get_by_role("button", name=me.say("Actions"), exact=True).click()
    row.get_by_role("link", name=me.say("Compare with previous version"), exact=True).click()
    me.page.wait_for_load_state("networkidle")
    return me.page.get_by_role("main").locator("tbody tr").first


@scene(height=640)
def delete(me: Actor) -> Any:
    me.visit(f"/admin/pages/{me.things['initiative']}/delete/")
    return me.page.get_by_text(me.say("What to do instead:")).locator("xpath=..")
