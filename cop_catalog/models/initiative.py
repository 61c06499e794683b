"""An initiative: one offer of support to entrepreneurs."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from cop_blocks.base_page import PAGE_MODEL, Page
from cop_blocks.facts import FactsMixin, is_facts_translation
from cop_blocks.members import MembersEditMixin
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_blocks.streamfield.blocks.base import TEXT_FEATURES
from cop_blocks.terms.validation import validate_required_terms
from cop_catalog.edit_forms.initiative import initiative_edit_handler
from cop_catalog.fields import LanguageCodesField
from cop_catalog.querysets import InitiativeManager
from cop_catalog.state import Timing
from cop_catalog.validation import initiative_errors

#: What our pages can show: in one place for blocks and fields.
RICH_TEXT_FEATURES = TEXT_FEATURES


class InitiativePageMixin(MembersEditMixin, CopPageMixin, FactsMixin, models.Model):
    """The fields of an initiative. What is not filled in is not shown."""

    class State(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed for good")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = "merged", _("Merged into another initiative")

    summary = models.TextField(
        _("summary"),
        max_length=160,
        help_text=_("One sentence for cards and search results, 160 characters at most."),
    )
    body = BodyField(_("text"), blank=True)
    requirements = RichTextField(
        _("requirements"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What a business must meet to get this support."),
    )
    costs_note = models.TextField(
        _("note about costs"),
        blank=True,
        help_text=_("What the figures do not say: “free for members”, “after an intake”."),
    )
    state_reason = models.TextField(
        _("reason"),
        blank=True,
        help_text=_("Shown to visitors while the initiative is not active."),
    )

    amount_min = models.DecimalField(
        _("amount from"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    amount_max = models.DecimalField(
        _("amount up to"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        help_text=_("Three letters, as in EUR."),
    )
    amount_share = models.DecimalField(
        _("share of the costs"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("Which percentage of the costs is paid, from 0 to 100."),
    )
    own_contribution = models.DecimalField(
        _("own contribution"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("The amount that the business pays itself."),
    )

    opens_on = models.DateField(
        _("opens on"), null=True, blank=True, help_text=_("First day on which one can apply.")
    )
    closes_on = models.DateField(
        _("closes on"), null=True, blank=True, help_text=_("Last day on which one can apply.")
    )
    is_rolling = models.BooleanField(
        _("no closing date"),
        default=False,
        help_text=_("One can apply at any time; there is no closing date."),
    )
    budget_used_up = models.BooleanField(
        _("budget used up"),
        default=False,
        help_text=_("Visitors see that there is no money left, whatever the dates say."),
    )
    apply_url = models.URLField(_("address to apply"), max_length=500, blank=True)
    info_url = models.URLField(_("address with more information"), max_length=500, blank=True)
    contact = models.ForeignKey(
        "cop_blocks.Person",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("contact person"),
    )
    contact_email = models.EmailField(_("e-mail address for questions"), blank=True)
    contact_phone = models.CharField(_("telephone for questions"), max_length=40, blank=True)
    service_languages = LanguageCodesField(
        _("languages of the service"),
        help_text=_("In which languages a business can be helped."),
    )

    state = models.CharField(
        _("state"),
        max_length=20,
        choices=State.choices,
        default=State.ACTIVE,
        help_text=_("Soon, open and closed follow from the dates by themselves."),
    )
    successor = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("successor"),
        help_text=_("Where visitors should go instead."),
    )
    verified_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last made sure that all this is right. Visitors see it."),
    )
    verified_by = models.ForeignKey(
        "cop_blocks.Organisation",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("checked by"),
    )
    review_interval_days = models.PositiveSmallIntegerField(
        _("check again after"),
        default=365,
        validators=[MinValueValidator(1)],
        help_text=_("A number of days."),
    )
    external_id = models.CharField(
        _("number in the source"),
        max_length=100,
        blank=True,
        db_index=True,
        help_text=_("By this an import knows the initiative again."),
    )

    facts: ClassVar[tuple[str, ...]] = (
        "amount_min",
        "amount_max",
        "currency",
        "amount_share",
        "own_contribution",
        "opens_on",
        "closes_on",
        "is_rolling",
        "budget_used_up",
        "apply_url",
        "info_url",
        "contact",
        "contact_email",
        "contact_phone",
        "service_languages",
        "state",
        "successor",
        "verified_on",
        "verified_by",
        "review_interval_days",
        "external_id",
        "organisation_rows",
        "relation_rows",
        "cop_term_rows",
    )

    objects: ClassVar[Any] = InitiativeManager()

    #: The providers’ users may edit it.
    members_edit = ("organisation_rows", "provider")

    page_description = _("One offer of support to entrepreneurs: a subsidy, a training, advice.")
    parent_page_types = ["cop_catalog.InitiativeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = initiative_edit_handler()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Facts are checked where they are edited: a translation cannot put them right."""
        super().clean()
        validate_required_terms(self)
        errors = initiative_errors(self)
        if errors and not is_facts_translation(self):
            raise ValidationError(errors)

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/initiative_page.html"]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cop_catalog.context import initiative_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **initiative_context(self, request)}

    @property
    def timing(self) -> Timing:
        return Timing(
            self.state, self.opens_on, self.closes_on, self.is_rolling, self.budget_used_up
        )


class InitiativePage(InitiativePageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
