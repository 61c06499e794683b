"""Where the report stands in the menu: in place of wagtail-localize's."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem


def item() -> MenuItem:
    return MenuItem(
        _("Translations"),
        reverse("cop_translation_report:index"),
        name="cop-translations",
        icon_name="site",
        order=9000,
    )


def without_upstream(items: list[Any]) -> None:
    """Its own lists what was submitted only, and counts a machine's text as translated."""
    theirs = reverse("wagtail_localize:translations_report")
    items[:] = [each for each in items if each.url != theirs]
