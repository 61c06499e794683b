"""The pages under which initiatives, good practices and themes lie, and which list them."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.forms import CopPageForm
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_catalog.themes import theme_cards
from cop_search.finder import Finder
from cop_search.finder_page import FinderPageMixin


class IndexPageMixin(CopPageMixin, models.Model):
    """An introduction above the list, and a body below it."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(_("text"), blank=True)

    base_form_class = CopPageForm
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction", help_text=_("One or two sentences above the list.")),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True


class InitiativeIndexPageMixin(FinderPageMixin, IndexPageMixin):
    """The catalogue: every initiative, to filter and search."""

    page_description = _("The list of all initiatives, with filters.")
    subpage_types: ClassVar[list[str]] = ["cop_catalog.InitiativePage"]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/initiative_index_page.html"]

    def finder(self, request: Any) -> Finder:
        return Finder.for_page(request, self, kinds=("initiative",))


class InitiativeIndexPage(InitiativeIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("list of initiatives")
        verbose_name_plural = _("lists of initiatives")


class GoodPracticeIndexPageMixin(FinderPageMixin, IndexPageMixin):
    """Every good practice, to filter and search."""

    page_description = _("The list of all good practices, with filters.")
    subpage_types: ClassVar[list[str]] = ["cop_catalog.GoodPracticePage"]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/good_practice_index_page.html"]

    def finder(self, request: Any) -> Finder:
        return Finder.for_page(request, self, kinds=("good_practice",))


class GoodPracticeIndexPage(GoodPracticeIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("list of good practices")
        verbose_name_plural = _("lists of good practices")


class ThemeIndexPageMixin(IndexPageMixin):
    """Every theme, with what there is to find in it."""

    page_description = _("The list of all themes.")
    subpage_types: ClassVar[list[str]] = ["cop_catalog.ThemePage"]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/theme_index_page.html"]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "themes": theme_cards(request)}


class ThemeIndexPage(ThemeIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("list of themes")
        verbose_name_plural = _("lists of themes")
