"""Terms in the admin."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from cop_blocks.looks import THEME, first_unused
from cop_blocks.models import Term, Vocabulary
from cop_blocks.terms.tree import TermTree
from cop_blocks.terms.usage import is_used
from cop_blocks.viewsets.in_use import DeleteUnusedView
from cop_blocks.viewsets.term_forms import term_panels
from cop_blocks.viewsets.term_listing import TermFilterSet, TermIndexView
from cop_blocks.viewsets.term_merging import MergeView


class TermCreateView(generic.CreateView):
    def get_initial(self) -> dict[str, Any]:
        """The vocabulary that the listing was filtered by; for a theme the first colour and mark
        that no other theme has."""
        code = self.request.GET.get("vocabulary", "")
        vocabulary = Vocabulary.objects.filter(code=code).first()
        initial = {**super().get_initial(), "vocabulary": vocabulary}
        if code != THEME:
            return initial
        look = first_unused(TermTree.load().looks(code))
        return {**initial, "palette": look.palette, "mark": look.mark}


class TermEditView(generic.EditView):
    merge_url_name = ""

    def get_page_subtitle(self) -> str:
        return str(self.object.label(get_language() or ""))

    @property
    def header_more_buttons(self) -> list[Any]:
        buttons = list(super().header_more_buttons)
        if not self.object.is_merged:
            url = reverse(self.merge_url_name, args=[self.object.pk])
            buttons.append(Button(_("Merge"), url=url, icon_name="link", priority=15))
        return buttons


class TermDeleteView(DeleteUnusedView):
    def reason(self) -> str:
        name = self.object.label(get_language() or "")
        if self.object.is_merged:
            return _(
                "“%(term)s” was merged into another term and stays, so that old versions of pages "
                "find that term."
            ) % {"term": name}
        if is_used(self.object):
            return _(
                "“%(term)s” is in use and cannot be deleted. Merge it into another term, or retire "
                "it."
            ) % {"term": name}
        return ""

    def get_page_subtitle(self) -> str:
        return str(self.object.label(get_language() or ""))


class TermViewSet(ModelViewSet):
    model = Term
    name = "cop_terms"
    icon = "tag"
    menu_label = gettext_lazy("Terms")
    menu_order = 400
    copy_view_enabled = False
    sort_order_field = None
    list_per_page = 50
    search_fields = ["code"]
    search_backend_name = None
    filterset_class = TermFilterSet
    index_view_class = TermIndexView
    add_view_class = TermCreateView
    edit_view_class = TermEditView
    delete_view_class = TermDeleteView

    def get_edit_handler(self) -> Any:
        return term_panels().bind_to_model(self.model)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_index_view_kwargs(**kwargs),
            "merge_url_name": self.get_url_name("merge"),
        }

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_edit_view_kwargs(**kwargs),
            "merge_url_name": self.get_url_name("merge"),
        }

    @property
    def merge_view(self) -> Any:
        return self.construct_view(MergeView, merge_url_name=self.get_url_name("merge"))

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", self.merge_view, name="merge")]
