"""Vocabularies in the admin."""

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import get_page_models

from cop_blocks.models import Vocabulary
from cop_blocks.terms.labels import TermLabels, term_labels
from cop_blocks.terms.usage import is_vocabulary_used
from cop_blocks.viewsets.in_use import DeleteUnusedView
from cop_blocks.viewsets.language_fields import LanguageFields

NAMES = LanguageFields(
    relation="labels",
    columns={
        "label": lambda: forms.CharField(label=gettext_lazy("Name"), max_length=100),
        "help_text": lambda: forms.CharField(
            label=gettext_lazy("Help for editors"), max_length=255
        ),
    },
    needed="label",
    needed_message=gettext_lazy("Give the vocabulary a name in this language."),
)


def page_types() -> list[tuple[str, str]]:
    """The page types that a site can have, by the name that editors know."""
    named = [
        (model._meta.label_lower, str(capfirst(model.get_verbose_name())))
        for model in get_page_models()
        if model.is_creatable
    ]
    return sorted(named, key=lambda pair: pair[1].casefold())


class VocabularyForm(WagtailAdminModelForm):
    page_types = forms.MultipleChoiceField(
        label=gettext_lazy("Page types"),
        choices=page_types,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("On which edit forms it stands. None chosen: on all."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["page_types"] = [
            str(label).lower() for label in self.initial.get("page_types") or []
        ]
        if self.instance.pk:
            self.fields["code"].disabled = True


class VocabularyIndexView(generic.IndexView):
    terms_url_name = "cop_terms:index"

    @cached_property
    def labels(self) -> TermLabels:
        return term_labels(get_language() or "")

    def get_base_queryset(self) -> Any:
        return Vocabulary.objects.annotate(term_count=Count("terms"))

    @cached_property
    def columns(self) -> list[Any]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title(
                "name",
                label=_("Name"),
                accessor=lambda vocabulary: self.labels.vocabulary(vocabulary.code),
                get_url=self.get_edit_url,
            ),
            Column("code", label=_("Code")),
            Column("terms", label=_("Terms"), accessor=self.terms),
            BooleanColumn("is_facet", label=_("Filter")),
            BooleanColumn("is_required", label=_("Required")),
            BooleanColumn("is_free", label=_("Free keywords")),
        ]

    def terms(self, vocabulary: Any) -> str:
        url = f"{reverse(self.terms_url_name)}?vocabulary={vocabulary.code}"
        return format_html('<a href="{}">{}</a>', url, vocabulary.term_count)


class VocabularyEditView(generic.EditView):
    def get_page_subtitle(self) -> str:
        return str(self.object.name(get_language() or ""))


class VocabularyDeleteView(DeleteUnusedView):
    def reason(self) -> str:
        if is_vocabulary_used(self.object):
            return _(
                "“%(vocabulary)s” has terms that are in use and cannot be deleted. Take its terms "
                "off the pages first, or retire them."
            ) % {"vocabulary": self.object.name(get_language() or "")}
        return ""


class VocabularyViewSet(ModelViewSet):
    model = Vocabulary
    name = "cop_vocabularies"
    icon = "list-ul"
    menu_label = gettext_lazy("Vocabularies")
    menu_order = 300
    copy_view_enabled = False
    sort_order_field = "sort_order"
    index_view_class = VocabularyIndexView
    edit_view_class = VocabularyEditView
    delete_view_class = VocabularyDeleteView

    def get_edit_handler(self) -> Any:
        return ObjectList(
            [
                *NAMES.panels(),
                FieldPanel("code"),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("is_multiple"), FieldPanel("is_required")]),
                        FieldRowPanel([FieldPanel("is_hierarchical"), FieldPanel("is_free")]),
                        FieldPanel("page_types"),
                    ],
                    heading=gettext_lazy("For editors"),
                ),
                MultiFieldPanel(
                    [FieldPanel("is_facet"), FieldPanel("match")],
                    heading=gettext_lazy("For visitors"),
                ),
            ],
            base_form_class=NAMES.form_class(VocabularyForm),
        ).bind_to_model(self.model)
