"""Beside wagtail-localize's editor, which stays its own: a side panel, and a link that works
without a script."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail_localize.models import Translation

from cop_blocks.translation.guards.places import ANCHOR
from cop_blocks.translation.helps import HELP
from cop_blocks.translation.helps.gathering import Helped, gather
from cop_blocks.translation.helps.showing import Show, shown
from cop_blocks.translation.helps.views import help_context, help_url, texts_context
from cop_blocks.translation.seams import seam

EDITOR = "wagtail_localize/admin/edit_translation.html"
OURS = "cop_translation/helps/editor.html"


class HelpPanel(BaseSidePanel):
    """The number on its button says how many texts changed, wait or are to be checked."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = gettext_lazy("Help with this translation")
        icon_name = "help"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"count": self.panel.count}

    name = "cop-translation-help"
    title = gettext_lazy("Help with this translation")
    template_name = "cop_translation/helps/panel.html"
    order = 50

    def __init__(self, instance: Any, request: HttpRequest, translation: Translation) -> None:
        super().__init__(instance, request)
        self.translation = translation
        self.is_shown = False

    def render_html(self, parent_context: Any = None) -> Any:
        """The editor of a page shows its side panels twice, one of them off the screen: once is
        enough."""
        if self.is_shown:
            return ""
        self.is_shown = True
        return super().render_html(parent_context)

    @cached_property
    def texts(self) -> list[Helped]:
        return shown(gather(self.translation, self.request.user), Show.ALL)

    @property
    def count(self) -> int:
        return sum(
            bool(each.previous or each.waits or each.has_error or each.differences)
            for each in self.texts
        )

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return (
            context
            | help_context(self.translation, self.request)
            | texts_context(self.texts)
            | {"anchor": ANCHOR, "next_url": self.request.path, "request": self.request}
        )


@seam("wagtail_localize.views.edit_translation:render", guard=HELP)
def render(
    original: Callable[..., HttpResponse],
    request: HttpRequest,
    template_name: str,
    context: dict[str, Any],
) -> HttpResponse:
    if template_name != EDITOR:
        return original(request, template_name, context)
    panel = HelpPanel(context["instance"], request, context["translation"])
    ours = context | {
        "side_panels": [*context["side_panels"], panel],
        "cop_help": {"help_url": help_url(context["translation"].pk)},
    }
    return original(request, OURS, ours)
