"""What stands in the history of a page."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter


class PublishAnyway(LogFormatter):
    label = gettext_lazy("Publish an unfinished translation")

    def format_message(self, log_entry: Any) -> str:
        number = len(log_entry.data.get("missing", []))
        said = ngettext(
            "Let the translation go live with %(number)d text unfinished",
            "Let the translation go live with %(number)d texts unfinished",
            number,
        )
        return said % {"number": number}


class SkipSchedule(LogFormatter):
    label = gettext_lazy("Drop the schedule of an unfinished translation")

    def format_message(self, log_entry: Any) -> str:
        return _("Not published on schedule: the translation was unfinished")


def register(actions: Any) -> None:
    actions.register_action("cop_translation.publish_anyway")(PublishAnyway)
    actions.register_action("cop_translation.skip_schedule")(SkipSchedule)
