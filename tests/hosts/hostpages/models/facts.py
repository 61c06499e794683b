"""A host's page type with facts of every kind, and text around them."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, TranslatableMixin

from cop_blocks.base_page import PAGE_MODEL, Page
from cop_blocks.facts import FactsMixin, FactsPageForm, FactsPanel
from cop_blocks.terms.panels import TermsPanel


def writable(name: str) -> APIField:
    """A field that API v3 of Wagtail 8 may change; 7.4 knows no such thing."""
    field = APIField(name)
    field.writable = True
    return field


class OfferForm(FactsPageForm):
    """A rule of a host over two facts, at the field."""

    def clean(self) -> Any:
        cleaned_data = super().clean()
        if self.facts_source is None:
            opens_on, closes_on = (cleaned_data.get(name) for name in ("opens_on", "closes_on"))
            if opens_on and closes_on and closes_on < opens_on:
                self.add_error("closes_on", "Closes before it opens.")
        return cleaned_data


class OfferPage(FactsMixin, Page):
    summary = models.TextField(blank=True)
    body = RichTextField(blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    website = models.URLField(blank=True)
    image = models.ForeignKey(
        get_image_model_string(), null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    successor = models.ForeignKey(
        PAGE_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )

    facts = (
        "opens_on",
        "closes_on",
        "amount",
        "place",
        "website",
        "image",
        "successor",
        "partner_rows",
        "cop_term_rows",
        "step_rows.minutes",
        "step_rows.link",
    )
    base_form_class = OfferForm

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        FactsPanel(
            [
                FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
                FieldPanel("amount"),
                FieldPanel("place"),
                FieldPanel("website"),
                FieldPanel("image"),
                FieldPanel("successor"),
                InlinePanel("partner_rows", label="partner", heading="Partners"),
                TermsPanel(),
            ],
            heading="Facts",
        ),
        FactsPanel([InlinePanel("step_rows", label="step", heading="Steps")], heading="Steps"),
        InlinePanel("contact_rows", label="contact", heading="Contacts"),
    ]

    api_fields = [writable("summary"), writable("place"), writable("partner_rows")]

    #: What the hook of ``FactsMixin`` saw, for the tests.
    published_facts: list[tuple[int, str]] = []

    def facts_published(self) -> None:
        self.published_facts.append((self.pk, self.place))


class OfferPartnerRow(Orderable):
    """Rows that are facts as a whole; one row a partner, so swapping them is a trap."""

    page = ParentalKey(OfferPage, related_name="partner_rows", on_delete=models.CASCADE)
    partner = models.CharField(max_length=100)
    share = models.IntegerField(default=0)

    panels = [FieldPanel("partner"), FieldPanel("share")]
    api_fields = [writable("partner"), writable("share")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "partner"], name="hostpages_one_row_a_partner")
        ]


class OfferStepRow(TranslatableMixin, Orderable):
    """Rows of which the title is text; how long a step takes and its link are facts."""

    page = ParentalKey(OfferPage, related_name="step_rows", on_delete=models.CASCADE)
    title = models.CharField(max_length=2000)
    minutes = models.IntegerField()
    link = models.URLField(blank=True)

    panels = [FieldPanel("title"), FieldPanel("minutes"), FieldPanel("link")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass


class OfferContactRow(Orderable):
    """Rows that have nothing to do with facts."""

    page = ParentalKey(OfferPage, related_name="contact_rows", on_delete=models.CASCADE)
    name = models.CharField(max_length=100)

    panels = [FieldPanel("name")]
