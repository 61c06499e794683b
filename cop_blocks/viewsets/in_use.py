"""What is in use is not deleted: the editor is told where it is used instead."""

from typing import Any

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views import generic


class DeleteUnusedView(generic.DeleteView):
    """Deletes what nobody uses; ``reason`` says why not."""

    def reason(self) -> str:
        """Empty where it may be deleted."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.user_has_permission("delete") and (reason := self.reason()):
            return refuse(request, reason, self.get_usage_url(), self.object, self.edit_url_name)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


def refuse(
    request: HttpRequest, reason: str, usage_url: str | None, thing: Any, edit_url_name: str
) -> HttpResponse:
    """Say why ``thing`` stays, and lead back to it."""
    buttons = [messages.button(usage_url.partition("?")[0], _("See where"))] if usage_url else []
    messages.error(request, reason, buttons=buttons)
    return redirect(reverse(edit_url_name, args=[quote(thing.pk)]))
