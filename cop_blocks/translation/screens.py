"""Screens of the admin that have a heading of their own."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """Its title and subtitle stand in the header, where Wagtail alone writes "Home"."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here]


class TranslationScreen(Screen):
    """About one translation."""

    translation: Any

    def get_page_subtitle(self) -> str:
        title = self.translation.source.object_repr
        return f"{title} – {self.translation.target_locale.get_display_name()}"
