"""A session of a series, in one language."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cop_blocks.answers_below import Answer
from cop_blocks.base_page import Page
from cop_blocks.facts import FactsMixin
from cop_blocks.languages import active_language
from cop_blocks.pages import CopPageMixin
from cop_blocks.shown_terms import shown_terms
from cop_blocks.streamfield import BodyField
from cop_blocks.terms.validation import validate_required_terms
from cop_events import shown
from cop_events.calendar import CALENDAR_PATH, calendar_response
from cop_events.edit_forms.form import SessionPageForm
from cop_events.edit_forms.session import session_edit_handler
from cop_events.jsonld import page_data
from cop_events.models.record import Session
from cop_events.models.when import Mode, Status, WhenMixin, spoken_languages
from cop_events.querysets import SessionManager
from cop_events.validation import when_errors

_CALENDAR = Answer(lambda page, request: page.calendar_file(request))


class SessionPageMixin(CopPageMixin, FactsMixin, WhenMixin, models.Model):
    """When, where and with whom are facts; what it is about is text."""

    if TYPE_CHECKING:
        # What a page brings along, and the rows of cop_events.models.rows.
        alias_of: Any
        alias_of_id: Any
        live: bool
        locale: Any
        slug: str
        title: str
        translation_key: Any
        get_full_url: Any
        get_parent: Any
        get_url: Any
        material_rows: Any
        organisation_rows: Any
        programme_rows: Any
        question_rows: Any
        speaker_rows: Any

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
    spoken_language = models.CharField(
        _("spoken language"),
        max_length=35,
        blank=True,
        choices=spoken_languages,
        help_text=_("What is spoken at the session; visitors read it in every language."),
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
        "spoken_language",
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

    objects: ClassVar[Any] = SessionManager()

    base_form_class = SessionPageForm
    edit_handler = session_edit_handler()
    parent_page_types = ["cop_events.SessionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One meeting: when, where, its programme and, afterwards, its report.")

    class Meta:
        abstract = True

    @property
    def session(self) -> Session | None:
        """What was last published of the session: the record that all its languages share."""
        original = self.alias_of if self.alias_of_id else self
        return Session.objects.filter(translation_key=original.translation_key).first()

    def clean_fields(self, exclude: Any = None) -> None:
        """A draft may be without a date, also where it is copied or translated."""
        without = set() if self.live else {"start_date"}
        super().clean_fields(exclude={*(exclude or ()), *without})

    def clean(self) -> None:
        super().clean()
        errors = when_errors(
            self.precision, self.start_date, self.end_date, self.start_time, self.end_time
        )
        if errors:
            raise ValidationError(dict(errors))
        validate_required_terms(self)

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_events/session_page.html"]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        when, record, now = self.when, self.session, timezone.now()
        is_past = when is not None and when.is_past(now)
        return context | {
            "when": when,
            "is_past": is_past,
            "is_awaited": shown.is_awaited(self, now),
            "themes": shown_terms(self, "theme", request),
            "audience": shown_terms(self, "audience", request),
            "position": shown.position(self),
            "questions": self.question_rows.all(),
            "programme": shown.programme(self),
            "speakers": shown.speakers(self, active_language()),
            "materials": shown.materials(self),
            "organisations": shown.organisations(self),
            "sign_up_url": self.sign_up_url
            if self.status == Status.PLANNED and not is_past
            else "",
            "calendar_url": self._calendar_url(record, request),
            "json_ld": page_data(self, request, record),
        }

    def answer_below(self, path: tuple[str, ...]) -> Answer | None:
        """Below the page lies the calendar file."""
        return _CALENDAR if path == (CALENDAR_PATH,) else super().answer_below(path)

    def calendar_file(self, request: Any) -> HttpResponse:
        """The session to keep in a calendar, once a day is known."""
        if not self._calendar_url(self.session, request):
            raise Http404
        return calendar_response(self, request)

    def get_cached_paths(self) -> list[str]:
        """Wagtail's frontend cache forgets these when the page is published."""
        return [*super().get_cached_paths(), f"/{CALENDAR_PATH}/"]

    def facts_published(self) -> None:
        super().facts_published()
        Session.objects.publish(self)

    def _calendar_url(self, record: Session | None, request: Any) -> str:
        when = record.when if record else None
        if not self.live or when is None or not when.is_day_known:
            return ""
        url = self.get_url(request)
        if not url:
            return ""
        return f"{url}{CALENDAR_PATH}/" if url.endswith("/") else f"{url}/{CALENDAR_PATH}"


class SessionPage(SessionPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("session page")
        verbose_name_plural = _("session pages")
