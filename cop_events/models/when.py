"""The facts that a session page and the record of its session have in common."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cop_blocks.languages import content_languages, translated_name
from cop_events.dates import DEFAULT_TIMEZONE, Precision, When
from cop_events.validation import validate_timezone


class Mode(models.TextChoices):
    """Where people take part."""

    ONSITE = "onsite", _("On location")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("On location and online")


class Status(models.TextChoices):
    PLANNED = "planned", _("Goes ahead as planned")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")


def spoken_languages() -> list[tuple[str, Any]]:
    """The languages of the site by their names in the active one, asked when they are shown."""
    return [(code, translated_name(code)) for code in content_languages()]


class WhenMixin(models.Model):
    """Columns of a date with its precision; first and last possible day follow from them."""

    #: Columns that are filled in, and those that follow from them (for order and querysets).
    WHEN_FIELDS: ClassVar[tuple[str, ...]] = (
        "precision",
        "start_date",
        "end_date",
        "start_time",
        "end_time",
        "timezone",
    )
    COMPUTED_FIELDS: ClassVar[tuple[str, ...]] = ("first_day", "last_day", "starts_at", "ends_at")

    precision = models.CharField(
        _("What is known of the date?"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.TIME,
    )
    start_date = models.DateField(_("date"), null=True)
    end_date = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Only for a session of more than one day."),
    )
    start_time = models.TimeField(_("starts at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=63,
        default=DEFAULT_TIMEZONE,
        validators=[validate_timezone],
        help_text=_("The times above are local times in this zone, for example Europe/Amsterdam."),
    )
    first_day = models.DateField(_("first possible day"), null=True, editable=False)
    last_day = models.DateField(_("last possible day"), null=True, editable=False)
    starts_at = models.DateTimeField(_("first possible moment"), null=True, editable=False)
    ends_at = models.DateTimeField(
        _("last possible moment"), null=True, editable=False, db_index=True
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.drop_what_is_not_known()
        self.compute_when()
        names = kwargs.get("update_fields")
        if names is not None and set(names) & set(self.WHEN_FIELDS):
            kwargs["update_fields"] = [*{*names, *self.WHEN_FIELDS, *self.COMPUTED_FIELDS}]
        super().save(*args, **kwargs)

    @property
    def when(self) -> When | None:
        """The date as a value; ``None`` while nothing is known."""
        if self.start_date is None:
            return None
        return When(
            precision=self.precision,
            start=self.start_date,
            end=self.end_date,
            starts=self.start_time,
            ends=self.end_time,
            timezone=self.timezone,
        )

    def drop_what_is_not_known(self) -> None:
        """Empty what the precision leaves out, so that equal dates are stored alike."""
        if self.precision != Precision.TIME:
            self.start_time = self.end_time = None
        if self.precision == Precision.MONTH:
            self.end_date = None
        if self.precision in (Precision.MONTH, Precision.MONTHS):
            self.start_date = self.start_date and self.start_date.replace(day=1)
            self.end_date = self.end_date and self.end_date.replace(day=1)

    def compute_when(self) -> None:
        """Set the columns that follow; a zone that does not exist leaves them empty."""
        when = self.when
        try:
            validate_timezone(self.timezone)
        except ValidationError:
            when = None
        for name in self.COMPUTED_FIELDS:
            setattr(self, name, getattr(when, name) if when else None)
