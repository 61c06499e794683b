"""The admin screen that merges two terms."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cop_blocks.models import Term
from cop_blocks.terms.merging import merge_terms
from cop_blocks.terms.usage import page_count
from cop_blocks.viewsets.term_forms import MergeForm


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, BaseObjectMixin, FormView):  # type: ignore[type-arg]
    """Says how many pages follow, asks for the term that takes the place, and merges."""

    model = Term
    form_class = MergeForm
    permission_required = "change"
    page_title = gettext_lazy("Merge")
    template_name = "cop_blocks/admin/merge_terms.html"
    index_url_name: str = ""
    edit_url_name: str = ""
    merge_url_name: str = ""
    header_icon = "link"

    @property
    def name(self) -> str:
        return str(self.object.label(get_language() or ""))

    def get_page_subtitle(self) -> str:
        return self.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        label = capfirst(Term._meta.verbose_name_plural)
        terms = {"url": reverse(self.index_url_name), "label": label}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.name}
        return [*self.breadcrumbs_items, terms, here]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "term": self.object}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["term_name"] = self.name
        context["page_count"] = page_count(self.object)
        context["action_url"] = reverse(self.merge_url_name, args=[self.object.pk])
        context["cancel_url"] = reverse(self.edit_url_name, args=[self.object.pk])
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        into = form.cleaned_data["into"]
        count = merge_terms(self.object, into)
        messages.success(
            self.request,
            ngettext(
                "“%(term)s” was merged into “%(into)s”. %(count)d page followed.",
                "“%(term)s” was merged into “%(into)s”. %(count)d pages followed.",
                count,
            )
            % {"term": self.name, "into": into.label(get_language() or ""), "count": count},
        )
        return redirect(self.index_url_name)
