"""Best bets in the admin."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from cop_blocks.base_page import Page
from cop_blocks.languages import translated_name
from cop_search.models import BestBet
from cop_search.rules.effect import Effect, effect
from cop_search.rules.entries import lines
from cop_search.rules.presence import absent
from cop_search.rules.reading import rows_of_bet
from cop_search.rules.rules import MAX_BETS, Source
from cop_search.viewsets.effects import STYLE, EffectMixin, EffectPanel
from cop_search.viewsets.places import (
    LANGUAGE,
    SITE,
    PlaceCreateMixin,
    PlaceFilters,
    PlaceForm,
    PlaceIndexView,
)


class BestBetForm(PlaceForm):
    def clean(self) -> Any:
        cleaned = super().clean()
        locale = self.cleaned_data.get("locale") or getattr(self.instance, "locale", None)
        # Has the rows read: their pages are held against the language of the form.
        if self.formsets["pages"].is_valid() and locale is not None:
            self._check_pages(locale)
        return cleaned

    def _check_pages(self, locale: Any) -> None:
        chosen: set[int] = set()
        for row in self._rows():
            page = row.cleaned_data["page"]
            if page.locale_id != locale.pk:
                row.add_error("page", self._in_another_language(page, locale))
            elif page.pk in chosen:
                row.add_error("page", _("This page is chosen already. Choose another."))
            chosen.add(page.pk)

    def _rows(self) -> list[Any]:
        """The rows that stay, in the order in which the editor put them."""
        formset = self.formsets["pages"]
        rows = [
            row
            for row in formset.forms
            if hasattr(row, "cleaned_data")
            and row.cleaned_data.get("page")
            and not row.cleaned_data.get("DELETE")
        ]
        return sorted(rows, key=lambda row: row.cleaned_data.get("ORDER") or 0)

    def _in_another_language(self, page: Any, locale: Any) -> str:
        return _(
            "“%(page)s” is in another language (%(theirs)s). Choose a page in this language: "
            "%(ours)s."
        ) % {
            "page": page.title,
            "theirs": translated_name(page.locale.language_code),
            "ours": translated_name(locale.language_code),
        }

    @property
    def page_ids(self) -> list[int]:
        return [row.cleaned_data["page"].pk for row in self._rows()]

    def effect_of(self, words: str) -> Effect:
        """For ``words``, or for the first question."""
        bet: BestBet = self.instance
        self.absent = absences(self.page_ids, bet.site_id)
        return effect(
            words or lines(bet.words)[0],
            language=bet.locale.language_code,
            site_id=bet.site_id,
            source=Source.BEST_BET,
            owner=bet.pk,
            rows=rows_of_bet(bet.pk, bet.words, bet.is_within, self.page_ids),
        )


def absences(page_ids: list[int], site_id: int) -> list[str]:
    """Whole sentences about pages that are not shown at present."""
    reasons = absent(page_ids, site_id)
    titles = dict(Page.objects.filter(pk__in=reasons).values_list("pk", "title")) if reasons else {}
    return [
        _("“%(page)s” is not shown at present: %(reason)s.")
        % {"page": titles[pk], "reason": reason}
        for pk, reason in reasons.items()
    ]


class BestBetFilters(PlaceFilters):
    class Meta(PlaceFilters.Meta):
        model = BestBet


class _TellingMixin:
    """After saving it says which pages are not shown, and why."""

    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        for sentence in absences(form.page_ids, form.instance.site_id):
            messages.warning(self.request, sentence)
        return response


class BestBetCreateView(_TellingMixin, EffectMixin, PlaceCreateMixin, CreateView):
    pass


class BestBetEditView(_TellingMixin, EffectMixin, EditView):
    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        if not form.is_bound:
            pages = form.instance.pages.values_list("page_id", flat=True)
            form.absent = absences(list(pages), form.instance.site_id)
        return form


class PagesColumn(Column):
    """The titles in their order, each with the reason where it is not shown."""

    cell_template_name = "cop_search/admin/pages_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        reasons = parent_context["table"].cop_absent.get(instance.site_id, {})
        rows = sorted(instance.pages.all(), key=lambda row: row.sort_order or 0)
        context["pages"] = [(row.page.title, reasons.get(row.page_id, "")) for row in rows]
        return context


class BestBetIndexView(PlaceIndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("pages__page")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["media"] += STYLE
        return context

    def get_table(self, object_list: Any) -> Any:
        table = super().get_table(object_list)
        by_site: dict[int, list[int]] = {}
        for bet in object_list:
            by_site.setdefault(bet.site_id, []).extend(row.page_id for row in bet.pages.all())
        table.cop_absent = {site: absent(pages, site) for site, pages in by_site.items()}
        return table


class BestBetViewSet(SnippetViewSet):
    model = BestBet
    icon = "pick"
    menu_label = gettext_lazy("Best bets")
    menu_order = 100
    copy_view_enabled = False
    add_view_class = BestBetCreateView
    edit_view_class = BestBetEditView
    index_view_class = BestBetIndexView
    list_display = [
        "__str__",
        PagesColumn("pages", label=gettext_lazy("Pages")),
        LANGUAGE,
        SITE,
        UpdatedAtColumn(label=gettext_lazy("Updated")),
    ]
    filterset_class = BestBetFilters
    search_backend_name = None
    search_fields = ["words", "pages__page__title"]
    list_per_page = 50

    def get_edit_handler(self) -> Any:
        return ObjectList(
            [
                FieldRowPanel([FieldPanel("locale"), FieldPanel("site")]),
                FieldPanel("words"),
                FieldPanel("is_within"),
                InlinePanel(
                    "pages",
                    panels=[FieldPanel("page")],
                    heading=gettext_lazy("Pages"),
                    label=gettext_lazy("page"),
                    min_num=1,
                    max_num=MAX_BETS,
                    help_text=gettext_lazy(
                        "In the order in which they are shown. A page that visitors cannot find, "
                        "such as a draft, is left out until they can."
                    ),
                ),
                EffectPanel(heading=gettext_lazy("What it changes")),
            ],
            base_form_class=BestBetForm,
        ).bind_to_model(self.model)
