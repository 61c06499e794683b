from django import template
from django.template.context import Context

from cop_catalog.themes import ThemeCard, theme_cards
from cop_site.navigation import Home, home

register = template.Library()


@register.simple_tag(takes_context=True)
def site_home(context: Context) -> Home | None:
    """The home page of the reader's language, with its menu."""
    request = context.get("request")
    return home(request) if request else None


@register.simple_tag(takes_context=True)
def site_themes(context: Context) -> list[ThemeCard]:
    """The theme pages of the reader's language."""
    request = context.get("request")
    return theme_cards(request) if request else []
