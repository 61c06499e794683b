"""A session of a series, in one language."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cop_blocks.base_page import Page
from cop_blocks.facts import FactsMixin
from cop_blocks.streamfield import BodyField
from cop_events.models.record import Session
from cop_events.models.when import Mode, Status, WhenMixin
from cop_events.querysets import SessionManager


class SessionPageMixin(FactsMixin, WhenMixin, models.Model):
    """When, where and with whom are facts; what it is about is text."""

    number = models.PositiveSmallIntegerField(
        _("number in the series"),
        null=True,
        blank=True,
        help_text=_("3 for the third session. The page says “Session 3 of 4” by itself."),
    )
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("What is the session about? Two or three sentences; lists show them too."),
    )
    body = BodyField(_("text"), blank=True)
    mode = models.CharField(
        _("takes place"), max_length=10, choices=Mode.choices, default=Mode.ONSITE
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.PLANNED
    )
    venue_name = models.CharField(_("venue"), max_length=255, blank=True)
    venue_address = models.TextField(_("address"), blank=True)
    venue_accessibility = models.TextField(
        _("accessibility of the venue"),
        blank=True,
        help_text=_("Lift, toilet, hearing loop, parking, the nearest stop."),
    )
    online_url = models.URLField(
        _("link to take part online"),
        max_length=500,
        blank=True,
        help_text=_("Never shown on the site: only those who take part get it."),
    )
    capacity = models.PositiveIntegerField(_("number of places"), null=True, blank=True)
    sign_up_url = models.URLField(
        _("address of the sign-up form"),
        max_length=500,
        blank=True,
        help_text=_("Shown as “Sign up” until the session is over or cancelled."),
    )
    attendance = models.PositiveIntegerField(_("how many people came"), null=True, blank=True)
    report = BodyField(
        _("report"), blank=True, help_text=_("Shown once the session is over: what was learnt?")
    )

    facts: ClassVar[tuple[str, ...]] = (
        "number",
        *WhenMixin.WHEN_FIELDS,
        *WhenMixin.COMPUTED_FIELDS,
        "mode",
        "status",
        "venue_name",
        "venue_address",
        "online_url",
        "capacity",
        "sign_up_url",
        "attendance",
        "cop_term_rows",
        "speaker_rows",
        "organisation_rows",
        "programme_rows.starts_at",
        "programme_rows.ends_at",
        "programme_rows.place",
        "programme_rows.speaker",
        "programme_rows.second_speaker",
        "material_rows.document",
        "material_rows.url",
    )

    objects = SessionManager()

    parent_page_types = ["cop_events.SessionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One meeting: when, where, its programme and, afterwards, its report.")

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_events/session_page.html"]

    def facts_published(self) -> None:
        super().facts_published()
        Session.objects.publish(self)


class SessionPage(SessionPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("session page")
        verbose_name_plural = _("session pages")
