"""What finding adds to Wagtail's admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cop_search.health import views as health
from cop_search.reports import searches
from cop_search.viewsets import SearchViewSetGroup

register_snippet(SearchViewSetGroup)
hooks.register("register_admin_urls", searches.addresses)
hooks.register("register_reports_menu_item", searches.menu_item)
hooks.register("register_admin_urls", health.addresses)
hooks.register("register_reports_menu_item", health.menu_item)
