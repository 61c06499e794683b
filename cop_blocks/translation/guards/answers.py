"""What a person sees who publishes something unfinished: what is missing, and the way on."""

import sys
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.shortcuts import redirect
from wagtail.admin import messages

from cop_blocks.translation.guards import PUBLISH
from cop_blocks.translation.guards.places import unfinished_url
from cop_blocks.translation.guards.publishing import UnfinishedError
from cop_blocks.translation.seams import seam


@seam("wagtail.admin.auth:permission_denied", guard=PUBLISH)
def permission_denied(original: Callable[..., Any], request: HttpRequest) -> Any:
    """Wagtail's admin answers every refusal here: "no permission", and the dashboard."""
    error = sys.exc_info()[1]
    if not isinstance(error, UnfinishedError):
        return original(request)
    messages.error(request, str(error))
    return redirect(unfinished_url(error.translation, error.revision))


@seam("wagtail.admin.views.generic.workflow:WorkflowAction.post", guard=PUBLISH)
def workflow_action(
    original: Callable[..., Any], self: Any, request: HttpRequest, *args: Any, **kwargs: Any
) -> Any:
    """The last approval publishes. It comes from a dialogue, whose script goes where it is told."""
    try:
        return original(self, request, *args, **kwargs)
    except UnfinishedError as error:
        if request.headers.get("x-requested-with") != "XMLHttpRequest":
            raise
        messages.error(request, str(error))
        url = unfinished_url(error.translation, error.revision)
        return self.render_modal_json(request, {"step": "success", "redirect": url})
