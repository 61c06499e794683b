"""What stands in the history of a page."""

from typing import Any

from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter

from cop_blocks.translation.helps.approving import ACTION


class Approve(LogFormatter):
    label = gettext_lazy("Approve machine translations")

    def format_message(self, log_entry: Any) -> str:
        number = log_entry.data.get("texts", 0)
        said = ngettext(
            "Approved %(number)d text that a machine translated",
            "Approved %(number)d texts that a machine translated",
            number,
        )
        return said % {"number": number}


def register(actions: Any) -> None:
    actions.register_action(ACTION)(Approve)
