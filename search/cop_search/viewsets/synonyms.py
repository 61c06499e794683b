"""Synonyms in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from cop_search.models import Synonym
from cop_search.rules.effect import Effect, effect
from cop_search.rules.entries import split
from cop_search.rules.reading import rows_of_synonym
from cop_search.rules.rules import Source
from cop_search.viewsets.effects import EffectMixin, EffectPanel
from cop_search.viewsets.places import (
    LANGUAGE,
    SITE,
    PlaceCreateMixin,
    PlaceFilters,
    PlaceForm,
    PlaceIndexView,
)


class SynonymForm(PlaceForm):
    def effect_of(self, words: str) -> Effect:
        """For ``words``, or for the first of the entries."""
        rule: Synonym = self.instance
        return effect(
            words or split(rule.words)[0],
            language=rule.locale.language_code,
            site_id=rule.site_id,
            source=Source.SYNONYM,
            owner=rule.pk,
            rows=rows_of_synonym(rule),
        )


class SynonymFilters(PlaceFilters):
    class Meta(PlaceFilters.Meta):
        model = Synonym


class SynonymCreateView(EffectMixin, PlaceCreateMixin, CreateView):
    pass


class SynonymEditView(EffectMixin, EditView):
    pass


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "link"
    menu_label = gettext_lazy("Synonyms")
    menu_order = 200
    copy_view_enabled = False
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    index_view_class = PlaceIndexView
    list_display = ["__str__", LANGUAGE, SITE, UpdatedAtColumn(label=gettext_lazy("Updated"))]
    filterset_class = SynonymFilters
    search_backend_name = None
    search_fields = ["words", "also_finds"]
    list_per_page = 50

    def get_edit_handler(self) -> Any:
        return ObjectList(
            [
                FieldRowPanel([FieldPanel("locale"), FieldPanel("site")]),
                FieldPanel("words"),
                FieldPanel("also_finds"),
                EffectPanel(heading=gettext_lazy("What it changes")),
            ],
            base_form_class=SynonymForm,
        ).bind_to_model(self.model)
