"""What the history of a translation says of its source."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from cop_blocks.translation.cascades.following import FOLLOWED, STAYED


def register(actions: Any) -> None:
    actions.register_action(FOLLOWED)(Followed)
    actions.register_action(STAYED)(Stayed)


class Followed(LogFormatter):
    label = gettext_lazy("Followed its source")

    def format_message(self, log_entry: Any) -> str:
        said = {
            "unpublish": _("Taken off the site, as “%(source)s” was"),
            "move": _("Moved, as “%(source)s” was"),
            "privacy": _("Seen by the same visitors as “%(source)s”"),
            "dates": _("Comes and goes when “%(source)s” does"),
        }
        return _said(said, log_entry) or str(self.label)


class Stayed(LogFormatter):
    label = gettext_lazy("Stayed as it was")

    def format_message(self, log_entry: Any) -> str:
        said = {
            "unpublish": _("Stayed on the site when “%(source)s” went"),
            "delete": _("Stayed when “%(source)s” was deleted"),
            "move": _("Stayed in its place when “%(source)s” was moved"),
            "privacy": _("Is not seen by the same visitors as “%(source)s”"),
            "dates": _("Does not come and go when “%(source)s” does"),
        }
        return _said(said, log_entry) or str(self.label)


def _said(said: dict[str, str], log_entry: Any) -> str:
    return said.get(log_entry.data.get("act", ""), "") % {
        "source": log_entry.data.get("source", "")
    }
