"""On the dashboard: how many there are by language and state, each number a way into the report."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale

from cop_blocks.translation.report.mine import translates
from cop_blocks.translation.report.rows import counts
from cop_blocks.translation.report.states import State


class TranslationsPanel(Component):
    name = "cop_translations"
    order = 25
    template_name = "cop_translation/report/panel.html"
    media = Media(css={"all": ["cop_translation/desk.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        user = parent_context["request"].user
        found = counts(user) if translates(user) else {}
        report = reverse("cop_translation_report:index")
        languages = [each for each in Locale.objects.all() if _has(found, each)] if found else []
        return {
            "heading": _("Translations"),
            "states": [state.label for state in State],
            "languages": [
                {
                    "name": str(each),
                    "cells": [
                        {
                            "count": found.get((each.pk, state), 0),
                            "label": state.label,
                            "url": f"{report}?{urlencode(_query(each, state))}",
                        }
                        for state in State
                    ],
                }
                for each in languages
            ],
            "mine_url": reverse("cop_translation_report:mine"),
            "report_url": report,
        }


def _has(found: Mapping[tuple[int, str], int], locale: Locale) -> bool:
    return any(target == locale.pk for target, _state in found)


def _query(locale: Locale, state: State) -> dict[str, str]:
    return {"language": locale.language_code, "state": state.value}
