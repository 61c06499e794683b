"""Wagtail's addresses, which every site includes, with ours beside them."""

from wagtail import urls

from cop_search.counting.token import ROUTE
from cop_search.counting.views import route


def add_route() -> None:
    """Called in ``ready()``, before any site has read them: a host writes no line of its own."""
    if all(getattr(known, "name", None) != ROUTE for known in urls.urlpatterns):
        urls.urlpatterns.insert(0, route())
