"""The panel that shows what a rule changes, and the views that fill it: nothing is saved."""

from typing import Any

from django.forms import Media
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import Panel

from cop_search.rules.effect import Effect

STYLE = Media(css={"all": ["cop_search/admin/rules.css"]})

#: What the button of the panel sends, and the words to try.
BUTTON, WORDS = "cop-effect", "cop-effect-words"


class EffectPanel(Panel):
    """Try some words, and see the list before and after."""

    permission = None

    class BoundPanel(Panel.BoundPanel):
        template_name = "cop_search/admin/effect.html"

        media = STYLE

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            effect: Effect | None = getattr(self.form, "effect", None)
            asked = self.request.POST.get(WORDS, "") if self.request else ""
            return context | {
                "button": BUTTON,
                "name": WORDS,
                "asked": effect.q if effect else asked,
                "effect": effect,
                "absent": getattr(self.form, "absent", ()),
            }


class EffectMixin:
    """For the views that create and edit a rule; the form says ``effect_of(words)``.

    The panel's button sends the whole form here. It is checked as for saving, shown again with the
    effect, and never saved.
    """

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if BUTTON not in request.POST:
            response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
            return response
        if not hasattr(self, "object"):
            self.object = None
        form = self.form = self.get_form()  # type: ignore[attr-defined]
        if not self.is_valid(form):  # type: ignore[attr-defined]
            refused: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined]
            return refused
        form.effect = form.effect_of(" ".join(request.POST.get(WORDS, "").split())[:200])
        context = self.get_context_data(form=form)  # type: ignore[attr-defined]
        # Whoever goes on from here is warned that nothing was saved.
        context["has_unsaved_changes"] = True
        shown: HttpResponse = self.render_to_response(context)  # type: ignore[attr-defined]
        return shown
