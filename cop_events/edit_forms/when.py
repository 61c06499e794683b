"""The date of a session on its form: many fields there, one line in a comparison."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.admin.compare import TextDiff

from cop_blocks.editing.comparing import NOTHING
from cop_blocks.facts import FactsPanel
from cop_events.labels import when_label
from cop_events.models.when import WhenMixin


class WhenComparison:
    """The date of two versions as visitors read it; the attributes are what Wagtail asks of a
    comparison."""

    is_field = True
    is_child_relation = False

    def __init__(self, page_a: Any, page_b: Any) -> None:
        self.before, self.after = (
            when_label(page.when) if page.when else NOTHING for page in (page_a, page_b)
        )
        #: The time zone alone may differ.
        self.zones = page_a.timezone, page_b.timezone
        if self.zones[0] != self.zones[1]:
            self.before, self.after = (
                f"{text} ({zone})"
                for text, zone in zip((self.before, self.after), self.zones, strict=True)
            )

    def field_label(self) -> str:
        return _("Date")

    def has_changed(self) -> bool:
        return self.before != self.after

    def htmldiff(self) -> str:
        if not self.has_changed():
            return str(escape(self.after))
        parts = [("deletion", self.before), ("addition", self.after)]
        return str(TextDiff(parts, separator=" ").to_html())


class WhenPanel(FactsPanel):
    """The fields of the date; what else stands among them is compared as usual."""

    class BoundPanel(FactsPanel.BoundPanel):
        def get_comparison(self) -> list[Callable[[Any, Any], Any]]:
            others = [
                comparison for comparison in super().get_comparison() if not _is_of_date(comparison)
            ]
            return [WhenComparison, *others]


def _is_of_date(comparison: Any) -> bool:
    field = comparison.args[0] if isinstance(comparison, partial) and comparison.args else None
    return getattr(field, "name", "") in WhenMixin.WHEN_FIELDS
