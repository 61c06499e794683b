"""The listing of pages of one type, and the choice of the place for a new one."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView

from cop_blocks.base_page import Page
from cop_blocks.desk.places import explorable, places, shows_languages, trails, working_language
from cop_blocks.listings.export import Exported, SafeExportMixin

STYLE = forms.Media(css={"all": ["cop_blocks/admin/desk.css"]})

TITLE = PageTitleColumn(
    "title", label=gettext_lazy("Title"), sort_key="title", classname="title", width="30%"
)
PARENT = ParentPageColumn("parent", label=gettext_lazy("Where it lies"))
UPDATED = DateColumn(
    "latest_revision_created_at",
    label=gettext_lazy("Updated"),
    sort_key="latest_revision_created_at",
)
PUBLISHED = PageStatusColumn("status", label=gettext_lazy("Status"), sort_key="live")


class PageIndexView(SafeExportMixin, IndexView):
    """Only pages that the user sees in the admin; constant in queries.

    Search looks for every word in the fields named in ``searched``, in the database: so it goes
    together with every filter and every order, and finds what was saved a second ago.
    """

    base_columns: ClassVar[list[Any]] = [
        BulkActionsColumn("bulk_actions"),
        TITLE,
        PARENT,
        UPDATED,
        PUBLISHED,
    ]
    template_name = "cop_blocks/listings/index.html"
    table_classname = "listing full-width cop-listing"
    searched: ClassVar[Sequence[str]] = ("title", "draft_title")
    #: What is read along with the rows.
    related: ClassVar[Sequence[Any]] = ()
    #: Columns of which nothing filled in counts as the oldest; of others as the newest.
    empty_is_oldest: ClassVar[Sequence[str]] = ("latest_revision_created_at",)

    exported: ClassVar[Sequence[Exported]] = (
        Exported("title", gettext_lazy("Title"), lambda page: page.get_admin_display_title()),
        Exported("language", gettext_lazy("Language"), lambda page: page.locale.language_code),
        Exported("published", gettext_lazy("Published"), lambda page: page.live),
        Exported("updated", gettext_lazy("Updated"), lambda page: page.latest_revision_created_at),
        Exported("address", gettext_lazy("Web address"), lambda page: page.full_url or ""),
    )

    def get_base_queryset(self) -> Any:
        pages = self.model.objects.filter(depth__gt=1, pk__in=explorable(self.request.user))
        return self.annotate_queryset(pages)

    def annotate_queryset(self, pages: Any) -> Any:
        pages = super().annotate_queryset(pages)
        return pages.prefetch_related("locale", *self.related)

    def get_ordering(self) -> Any:
        ordering = self.request.GET.get("ordering", self.default_ordering)
        return ordering if ordering in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset: Any) -> Any:
        key = self.ordering.lstrip("-")
        if self.ordering.startswith("-"):
            is_last = key in self.empty_is_oldest
            order = F(key).desc(nulls_last=is_last or None, nulls_first=not is_last or None)
        else:
            is_first = key in self.empty_is_oldest
            order = F(key).asc(nulls_first=is_first or None, nulls_last=not is_first or None)
        return queryset.order_by(order, "-pk")

    def search_queryset(self, queryset: Any) -> Any:
        for word in self.search_query.split():
            found = Q()
            for name in self.searched:
                found |= Q(**{f"{name}__icontains": word})
            keys = self.model.objects.filter(found).order_by().values("pk")
            queryset = queryset.filter(pk__in=keys)
        return queryset

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["page_opts"] = Page._meta
        context["own_actions"] = self.model._meta if self.model is not Page else None
        context["media"] += STYLE
        return context

    def get_add_url(self) -> str | None:
        """No button where there is no place for a new one."""
        if not self.add_url_name or not places(self.model, self.request.user).exists():
            return None
        url: str | None = super().get_add_url()
        return url


class PlaceForm(forms.Form):
    """Radio buttons with where each place lies: no tree to find one's way in."""

    parent_page: Any = forms.ModelChoiceField(
        queryset=None, label=gettext_lazy("Where?"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, found: Any, language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["parent_page"]
        pages = list(found.select_related("locale"))
        trail = trails(pages)
        field.queryset = found
        field.choices = [(page.pk, place_label(trail[page.pk], page)) for page in pages]
        near = [page.pk for page in pages if page.locale.language_code == language]
        self.initial.setdefault("parent_page", (near or [None])[0])


def place_label(trail: str, page: Any) -> str:
    """“Sessions › Sessions 2027 (Dutch)”."""
    return f"{trail} ({page.locale})" if shows_languages() else trail


class ChoosePlaceView(ChooseParentView):
    """Wagtail's choice of a parent page, among the few that can be it."""

    page_title = gettext_lazy("Choose the place")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.places = places(self.model, request.user)
        if not self.places.exists():
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_valid_parent_pages(self, user: Any) -> Any:
        return self.places

    def get_form(self) -> PlaceForm:
        data = self.request.POST if self.request.method == "POST" else None
        return PlaceForm(self.places, working_language(self.request.user), data)
