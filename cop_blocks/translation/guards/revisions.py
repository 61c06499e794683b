"""Every way that makes a revision live goes through one method of Wagtail's: the editor, the
approval of a workflow, the schedule, bulk actions and the APIs."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.actions.publish_revision import PublishRevisionAction

from cop_blocks.translation.completeness import translation_into, unfinished_on
from cop_blocks.translation.guards import PUBLISH, scheduled
from cop_blocks.translation.guards.publishing import hold_back, let_through, person
from cop_blocks.translation.seams import seam


@seam("wagtail.actions.publish_revision:PublishRevisionAction.execute", guard=PUBLISH)
def execute(
    original: Callable[..., Any], self: PublishRevisionAction, skip_permission_checks: bool = False
) -> Any:
    """By the text of this revision, after Wagtail has asked whether the person may publish."""
    from cop_blocks.translation.models import Consent

    self.check(skip_permission_checks=skip_permission_checks)
    translation = translation_into(self.object)
    if translation is None:
        return original(self, skip_permission_checks=skip_permission_checks)
    left = unfinished_on(self.object, translation, self.revision.created_at)
    if let_through(self.object, left, self.revision):
        if left and not Consent.objects.covers(self.revision, left):
            Consent.objects.give(self.revision, person(), left, target=self.object)
        elif not left and _is_for_later(self.object):
            # The text of a revision never changes, but what is approved may.
            Consent.objects.found_complete(self.revision)
        return original(self, skip_permission_checks=skip_permission_checks)
    if self.log_action == "wagtail.publish.scheduled":
        return scheduled.skip(self.object, self.revision, left)
    return hold_back(self.object, left, translation, self.revision)


def _is_for_later(target: Any) -> bool:
    return bool(target.go_live_at and target.go_live_at > timezone.now())
