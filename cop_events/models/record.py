"""What was last published of a session: one row for all its languages."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cop_events.dates import When
from cop_events.models.when import Mode, Status, WhenMixin

if TYPE_CHECKING:
    from cop_events.models.session_page import SessionPageMixin


def _has_moved(before: When, after: When) -> bool:
    """Whether the start that people had in mind no longer holds."""
    if not before.is_day_known:
        return False
    if before.is_time_known and after.is_time_known:
        return before.starts_at != after.starts_at
    return not after.is_day_known or before.start != after.start


class SessionManager(models.Manager["Session"]):
    def publish(self, page: "SessionPageMixin") -> "Session":
        """Apply what ``page``, a live source, says; make the record the first time.

        Call it in the transaction that saves the page.
        """
        record = (
            self.select_for_update().filter(translation_key=page.translation_key).first()
        ) or self.model(translation_key=page.translation_key)
        record.apply(page)
        return record


class Session(WhenMixin):
    """The published facts of a session, with its identity in people's calendars.

    It is written when the live source of its pages is saved, read by calendar files and whatever
    else speaks of the session as such, and outlives the pages.
    """

    #: A change in one of these is a change that people have to know of: SEQUENCE rises.
    ANNOUNCED: ClassVar[tuple[str, ...]] = (
        "precision",
        "start_date",
        "end_date",
        "start_time",
        "end_time",
        "timezone",
        "mode",
        "venue_name",
        "venue_address",
        "status",
    )
    FACTS: ClassVar[tuple[str, ...]] = (*ANNOUNCED, "title", "number", "capacity")

    translation_key = models.UUIDField(_("translation key"), unique=True, editable=False)
    uid = models.UUIDField("UID", default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField("SEQUENCE", default=0, editable=False)
    title = models.CharField(_("title in the source language"), max_length=255)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    mode = models.CharField(_("takes place"), max_length=10, choices=Mode.choices)
    venue_name = models.CharField(_("venue"), max_length=255, blank=True)
    venue_address = models.TextField(_("address"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    capacity = models.PositiveIntegerField(_("number of places"), null=True, blank=True)
    previous_start = models.CharField(
        _("previous start"),
        max_length=32,
        blank=True,
        editable=False,
        help_text=_("The start before the last change of day or time, as ISO 8601."),
    )
    changed_at = models.DateTimeField(_("last change that was announced"), editable=False)
    #: What subscribers' calendars need of a cancelled session whose page is gone: by language its
    #: title, its themes and the series that it was in.
    called_off = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = SessionManager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["last_day", "starts_at", "pk"]

    def __str__(self) -> str:
        return self.title

    def apply(self, page: "SessionPageMixin") -> None:
        """Take over the page's facts; nothing is written when nothing differs."""
        facts: dict[str, Any] = {name: getattr(page, name) for name in self.FACTS}
        changed = {name for name in facts if getattr(self, name) != facts[name]}
        if self.pk and not changed:
            return
        before = self.when
        for name, value in facts.items():
            setattr(self, name, value)
        if not self.pk:
            self.changed_at = timezone.now()
        elif changed & set(self.ANNOUNCED):
            self.sequence += 1
            self.changed_at = timezone.now()
            if before and self.when and _has_moved(before, self.when):
                self.previous_start = before.iso
        self.save()
