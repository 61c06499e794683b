"""Told after saving: what was not kept, and what could be better."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from cop_blocks.editing.advice import advice_on

#: A page that is saved as a draft shows its advice on the form; these lead away from it.
LEADS_AWAY = ("action-publish", "action-submit")


def tell_after_saving(request: HttpRequest, page: Any) -> None:
    """For Wagtail's hooks; an autosave in the background says nothing."""
    if not request.accepts("text/html"):
        return
    if dropped := getattr(page, "_cop_dropped", None):
        messages.warning(
            request,
            _("Not kept, because it does not apply here: %(fields)s.")
            % {"fields": ", ".join(dropped)},
        )
    if not any(name in request.POST for name in LEADS_AWAY):
        return
    if advice := advice_on(page):
        text = ngettext(
            "One thing to improve about “%(title)s”:",
            "%(number)d things to improve about “%(title)s”:",
            len(advice),
        ) % {"number": len(advice), "title": page.title}
        items = format_html_join("", "<li>{}</li>", ((item.message,) for item in advice))
        button = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))
        messages.info(request, format_html("{}<ul>{}</ul>", text, items), buttons=[button])
