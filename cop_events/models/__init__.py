"""Series, their sessions, and the one record that all languages of a session share."""

from cop_events.models.record import Session
from cop_events.models.rows import (
    SessionMaterial,
    SessionOrganisation,
    SessionProgrammeItem,
    SessionQuestion,
    SessionSpeaker,
)
from cop_events.models.series import SessionIndexPage, SessionIndexPageMixin
from cop_events.models.session_page import SessionPage, SessionPageMixin
from cop_events.models.when import Mode, Status, WhenMixin

__all__ = [
    "Mode",
    "Session",
    "SessionIndexPage",
    "SessionIndexPageMixin",
    "SessionMaterial",
    "SessionOrganisation",
    "SessionPage",
    "SessionPageMixin",
    "SessionProgrammeItem",
    "SessionQuestion",
    "SessionSpeaker",
    "Status",
    "WhenMixin",
]
