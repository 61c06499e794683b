"""Many at once: those that are unfinished are left as they are, and named to the person."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin import messages

from cop_blocks.translation.guards import PUBLISH
from cop_blocks.translation.guards.places import edit_url
from cop_blocks.translation.guards.publishing import (
    Skipped,
    UnfinishedError,
    pass_on,
    skipping,
)
from cop_blocks.translation.seams import seam


@seam("wagtail.admin.views.bulk_action.base_bulk_action:BulkAction.form_valid", guard=PUBLISH)
@seam("wagtail_localize.views.update_translations:UpdateTranslationsView.form_valid", guard=PUBLISH)
def form_valid(original: Callable[..., Any], self: Any, form: Any) -> Any:
    """The base of all bulk actions, also of a host's own that publishes; and "publish immediately"
    of a sync: all languages in one transaction."""
    with skipping() as skipped:
        response = original(self, form)
    tell(self.request, skipped)
    return response


@seam(
    "wagtail.admin.views.pages.bulk_actions.publish:PublishBulkAction.execute_action",
    guard=PUBLISH,
)
def execute_action(
    original: Callable[..., Any], cls: Any, objects: Any, *args: Any, **kwargs: Any
) -> tuple[int, int]:
    """Counts those that went live, not those that were asked for."""
    chosen = {page.pk for page in objects}
    with skipping() as skipped:
        parents, children = original(cls, objects, *args, **kwargs)
    held = sum(each.target.pk in chosen for each in skipped)
    pass_on(skipped)
    return parents - held, children - (len(skipped) - held)


def tell(request: Any, skipped: list[Skipped]) -> None:
    """One message for each, with the way to its editor."""
    for each in skipped:
        url = edit_url(each.target)
        buttons = [messages.button(url, _("Edit"))] if url else []
        said = str(UnfinishedError(str(each.target), each.left))
        messages.warning(request, said, buttons=buttons)
