"""Edit panels that only the catalogue needs."""

from typing import Any

from django.apps import apps
from wagtail.admin.panels import PageChooserPanel


class SiblingPageChooserPanel(PageChooserPanel):
    """Chooses a page of a type of another app, and any page where that app is not installed."""

    def get_form_options(self) -> Any:
        try:
            apps.get_model(self.page_type)
        except LookupError:
            return super(PageChooserPanel, self).get_form_options()
        return super().get_form_options()
