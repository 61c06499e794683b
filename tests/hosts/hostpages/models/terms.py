"""A host's page types that know nothing of ours but one line."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.terms.panels import TermsPanel
from cop_blocks.terms.validation import validate_required_terms


class NotePage(Page):
    """Only the line."""

    content_panels = [*Page.content_panels, TermsPanel()]


class StrictNotePage(Page):
    """One vocabulary by name, all others elsewhere, and required terms asked of imports too."""

    text = models.TextField(blank=True)

    content_panels = [*Page.content_panels, TermsPanel(vocabularies=["theme"], heading="Theme")]
    promote_panels = [*Page.promote_panels, FieldPanel("text"), TermsPanel(heading="Other terms")]

    def clean(self) -> None:
        super().clean()
        validate_required_terms(self)
