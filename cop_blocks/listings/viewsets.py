"""What a listing of pages is registered with, and the listing of all pages."""

from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTypeColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from cop_blocks.base_page import Page
from cop_blocks.desk.places import sees_pages
from cop_blocks.listings.filters import PageFilters
from cop_blocks.listings.views import (
    PARENT,
    PUBLISHED,
    TITLE,
    UPDATED,
    ChoosePlaceView,
    PageIndexView,
)


class PagesMenuItem(MenuItem):
    """Shown to who sees pages in the admin."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_pages(request.user)


class CommunityPagesViewSet(PageListingViewSet):
    """A listing of the pages of one type, for the menu of the community.

    Give ``model``, ``name``, ``icon``, ``menu_label``, ``menu_order``, ``index_view_class`` and
    ``filterset_class``, and register its dotted path with ``register_admin_listing``.
    """

    index_view_class = PageIndexView
    choose_parent_view_class = ChoosePlaceView
    filterset_class = PageFilters
    list_per_page = 50
    ordering = "-latest_revision_created_at"

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return PagesMenuItem

    @cached_property
    def export_filename(self) -> str:
        return str(self.name)


class AllPagesView(PageIndexView):
    page_title = gettext_lazy("All pages")
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE,
        PageTypeColumn(
            "type",
            label=gettext_lazy("Type"),
            accessor="page_type_display_name",
            sort_key="content_type__model",
        ),
        PARENT,
        UPDATED,
        PUBLISHED,
    ]

    def get_add_url(self) -> None:
        """A page is begun from the listing of its type."""


class AllPagesViewSet(CommunityPagesViewSet):
    """Every page that the user sees, of whatever type: where the drafts are."""

    model = Page
    name = "cop_pages"
    icon = "doc-full"
    menu_label = gettext_lazy("All pages")
    menu_order = 90
    index_view_class = AllPagesView
