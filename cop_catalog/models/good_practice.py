"""A good practice: what somebody did, what it changed and how that was found out."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import CountedPanel, title_panels
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.facts import FactsMixin, FactsPanel
from cop_blocks.members import MembersEditMixin
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_blocks.terms.panels import TermsPanel
from cop_blocks.terms.validation import validate_required_terms
from cop_catalog.models.initiative import RICH_TEXT_FEATURES


class GoodPracticePageMixin(MembersEditMixin, CopPageMixin, FactsMixin, models.Model):
    """The story in four answers, and what it hangs together with."""

    summary = models.TextField(
        _("summary"),
        max_length=160,
        help_text=_("One sentence for cards and search results, 160 characters at most."),
    )
    what_was_done = RichTextField(_("what was done"), blank=True, features=RICH_TEXT_FEATURES)
    for_whom = RichTextField(_("for whom"), blank=True, features=RICH_TEXT_FEATURES)
    what_changed = RichTextField(
        _("what it changed"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is different now, with numbers where you have them."),
    )
    how_tested = RichTextField(
        _("how it was tested"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("How you know that it works."),
    )
    body = BodyField(_("more text"), blank=True)

    facts: ClassVar[tuple[str, ...]] = (
        "organisation_rows",
        "session_rows",
        "initiative_rows",
        "cop_term_rows",
    )

    cop_og_type = "article"
    #: The users of who did it may edit it.
    members_edit = ("organisation_rows", "by")

    page_description = _("What somebody did that worked, for others to repeat.")
    parent_page_types = ["cop_catalog.GoodPracticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        CountedPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "what_was_done",
                    help_text=_("Three or four sentences: who started it, and what did they do?"),
                ),
                FieldPanel(
                    "for_whom",
                    help_text=_("For example: bakeries with at most ten employees."),
                ),
                FieldPanel("what_changed"),
                FieldPanel("how_tested"),
            ],
            heading=_("The practice"),
        ),
        FieldPanel("body"),
        FactsPanel([TermsPanel()], heading=_("Terms")),
        FactsPanel(
            [InlinePanel("organisation_rows", label=_("organisation"))],
            heading=_("Organisations"),
        ),
        FactsPanel(
            [InlinePanel("session_rows", label=_("session"))],
            heading=_("Sessions"),
            help_text=_("The practice is shown on these sessions too."),
        ),
        FactsPanel(
            [InlinePanel("initiative_rows", label=_("initiative"))],
            heading=_("Initiatives"),
            help_text=_("The practice is shown on these initiatives too."),
        ),
    ]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/good_practice_page.html"]

    def clean(self) -> None:
        super().clean()
        validate_required_terms(self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cop_catalog.context import good_practice_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **good_practice_context(self, request)}


class GoodPracticePage(GoodPracticePageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
