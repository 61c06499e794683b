"""The listing of terms: as trees, with what is missing and where each is used."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from cop_blocks.languages import content_languages
from cop_blocks.models import Term, TermLabel, Vocabulary
from cop_blocks.terms.labels import TermLabels, term_labels
from cop_blocks.terms.tree import TermTree


def _vocabularies() -> list[tuple[str, str]]:
    labels = term_labels(get_language() or "", vocabularies=None)
    return [(v.code, labels.vocabulary(v.code)) for v in Vocabulary.objects.all()]


def _languages() -> list[tuple[str, Any]]:
    return list(content_languages().items())


class TermFilterSet(WagtailFilterSet):
    vocabulary = django_filters.ChoiceFilter(
        label=gettext_lazy("Vocabulary"),
        field_name="vocabulary__code",
        choices=_vocabularies,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )
    missing = django_filters.ChoiceFilter(
        label=gettext_lazy("Name missing in"),
        method="without_name",
        choices=_languages,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )
    retired = django_filters.ChoiceFilter(
        label=gettext_lazy("Retired"),
        field_name="is_retired",
        choices=[("False", gettext_lazy("No")), ("True", gettext_lazy("Yes"))],
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Term
        fields: list[str] = []

    def without_name(self, queryset: QuerySet[Term], name: str, value: str) -> QuerySet[Term]:
        named = TermLabel.objects.filter(language=value).exclude(label="")
        return queryset.exclude(pk__in=named.values("term_id"))


class TermIndexView(generic.IndexView):
    """Terms in the order of their trees, unless an editor sorts by a column."""

    # The viewset gives what the view has a place for.
    merge_url_name = ""
    usage_url_name = ""

    @cached_property
    def labels(self) -> TermLabels:
        return term_labels(get_language() or "")

    @cached_property
    def tree(self) -> TermTree:
        return TermTree.load()

    def get_base_queryset(self) -> Any:
        terms: QuerySet[Term] = Term.objects.select_related("vocabulary", "successor")
        return terms.prefetch_related("labels").annotate(
            page_count=Count("rows__content_object_id", distinct=True)
        )

    def get_add_url(self) -> str | None:
        url: str | None = super().get_add_url()
        code = self.request.GET.get("vocabulary")
        return f"{url}?{urlencode({'vocabulary': code})}" if url and code else url

    def search_queryset(self, queryset: QuerySet[Term]) -> QuerySet[Term]:
        if not self.is_searching:
            return queryset
        query = self.search_query
        named = TermLabel.objects.filter(
            Q(label__icontains=query) | Q(alternatives__icontains=query)
        )
        return queryset.filter(Q(pk__in=named.values("term_id")) | Q(code__icontains=query))

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        if not self.is_explicitly_ordered:
            queryset = InTreeOrder(queryset, self.tree)
        return super().paginate_queryset(queryset, page_size)

    @cached_property
    def columns(self) -> list[Any]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Name"), accessor=self.indented_name, get_url=self.get_edit_url),
            Column(
                "vocabulary",
                label=_("Vocabulary"),
                accessor=lambda term: self.labels.vocabulary(term.vocabulary.code),
            ),
            Column("code", label=_("Code"), sort_key="code"),
            Column("missing", label=_("Name missing in"), accessor=self.missing),
            Column("status", label=_("Status"), accessor=self.status),
            Column("page_count", label=_("Pages"), accessor=self.usage, sort_key="page_count"),
        ]

    def name_of(self, term: Term) -> str:
        return self.labels.label(term.vocabulary.code, term.code)

    def indented_name(self, term: Term) -> str:
        depth = 0
        if not self.is_explicitly_ordered:
            depth = len(self.tree.vocabularies[term.vocabulary.code].ancestors(term.code))
        return "\N{EM SPACE}" * depth + self.name_of(term)

    def missing(self, term: Term) -> str:
        named = {row.language for row in term.labels.all() if row.label}
        missing = [str(name) for code, name in content_languages().items() if code not in named]
        if not missing:
            return ""
        return format_html('<span class="w-status">{}</span>', ", ".join(missing))

    def status(self, term: Term) -> str:
        if not term.is_retired:
            return ""
        successor = (
            self.labels.label(term.vocabulary.code, term.successor.code) if term.successor else ""
        )
        if term.is_merged:
            return _("merged into %(term)s") % {"term": successor}
        return _("retired, see %(term)s") % {"term": successor} if successor else _("retired")

    def usage(self, term: Any) -> str:
        url = reverse(self.usage_url_name, args=[term.pk])
        return format_html('<a href="{}">{}</a>', url, term.page_count)

    def get_list_more_buttons(self, instance: Term) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.user_has_permission("change") and not instance.is_merged:
            buttons.append(
                Button(
                    _("Merge"),
                    url=reverse(self.merge_url_name, args=[instance.pk]),
                    icon_name="link",
                    priority=15,
                )
            )
        return buttons


class InTreeOrder:
    """The terms of a queryset as their trees are read, for a paginator: a page loads its own terms
    and, of the others, only the keys."""

    def __init__(self, queryset: QuerySet[Term], tree: TermTree) -> None:
        self.queryset = queryset
        found = set(queryset.order_by().values_list("pk", flat=True))
        in_order = (
            vocabulary.terms[code].pk
            for vocabulary in tree.vocabularies.values()
            for code, _depth in vocabulary.in_order()
        )
        self.pks = [pk for pk in in_order if pk in found]

    def __len__(self) -> int:
        return len(self.pks)

    def __getitem__(self, part: slice) -> list[Term]:
        pks = self.pks[part]
        terms = self.queryset.filter(pk__in=pks).in_bulk()
        return [terms[pk] for pk in pks if pk in terms]
