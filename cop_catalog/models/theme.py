"""The landing page of a theme: editable text and live lists."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.facts import FactsMixin, FactsPanel, is_facts_translation
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_blocks.terms.panels import TermsPanel
from cop_catalog.edit_forms.theme import ThemePageForm
from cop_search.finder import Finder
from cop_search.finder_page import FinderPageMixin


class ThemePageMixin(FinderPageMixin, CopPageMixin, FactsMixin, models.Model):
    """Its theme is its one term of the vocabulary ``theme``."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What this theme is about, in a few sentences.")
    )
    body = BodyField(_("text"), blank=True)

    facts: ClassVar[tuple[str, ...]] = ("cop_term_rows",)

    #: Set by the form, which sees the terms that are being saved.
    _theme_is_checked_by_form = False

    base_form_class = ThemePageForm
    page_description = _("The page of one theme, with its sessions, initiatives and practices.")
    parent_page_types = ["cop_catalog.ThemeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FactsPanel(
            [TermsPanel(vocabularies=["theme"])],
            heading=_("Theme"),
            help_text=_("Choose one theme. Everything that carries it is listed on this page."),
        ),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/theme_page.html"]

    @cached_property
    def cop_theme_code(self) -> str:
        """The code of its theme, for whoever has something of that theme; empty for none yet."""
        from cop_catalog.themes import theme_of

        return theme_of(self) or ""

    def clean(self) -> None:
        """What the form asks of editors, asked of imports and APIs too. A draft may be without."""
        super().clean()
        if self.live and not self._theme_is_checked_by_form and not is_facts_translation(self):
            rows = self.cop_term_rows.select_related("tag__vocabulary")  # type: ignore[attr-defined]
            if [row.tag.vocabulary.code for row in rows].count("theme") != 1:
                raise ValidationError(_("Choose one theme: a page is about one only."))

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cop_catalog.context import theme_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **theme_context(self, request)}

    def finder(self, request: Any) -> Finder:
        """All that carries the theme, but for the page itself."""
        theme = {"theme": (self.cop_theme_code,)}
        return Finder.for_page(request, self, preset=theme, exclude_pages=[self.pk])


class ThemePage(ThemePageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
