"""Advice at the top of an edit form."""

from typing import Any

from django.forms import Media
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from cop_blocks.editing.advice import Advice, advice_on


class AdvicePanel(Panel):
    """What could be better about what is stored; not there when all is well, or nothing stored."""

    #: Asked by the groups that hold panels.
    permission = None

    class BoundPanel(Panel.BoundPanel):
        template_name = "cop_blocks/admin/advice.html"

        @cached_property
        def advice(self) -> list[Advice]:
            if self.form is None or not getattr(self.instance, "pk", None) or self.form.is_bound:
                return []
            return advice_on(self.instance)

        def is_shown(self) -> bool:
            return bool(self.advice)

        @property
        def media(self) -> Media:
            return Media(css={"all": [versioned_static("cop_blocks/admin/editing.css")]})

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"advice": self.advice}
