"""What sessions add to the pages of other apps."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from cop_blocks.languages import IN_OWN_LANGUAGE, active_language
from cop_blocks.models import TermRow
from cop_blocks.reach import own_pages
from cop_blocks.sections import Section
from cop_blocks.shown_terms import labels_of
from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest

THEME = "theme"
#: The page of an organisation lists no more sessions than this.
MOST = 100


def guiding_questions(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The guiding questions of the sessions that share a theme with ``subject``."""
    pages = [page for page in sessions_of_theme(subject, request) if page.question_rows.all()]
    sessions = [
        {"title": page.title, "url": page.get_url(request), "questions": page.question_rows.all()}
        for page in pages
    ]
    if not sessions:
        return None
    return Section("cop_events/sections/guiding_questions.html", {"sessions": sessions})


def theme_session(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The session about the theme of ``subject``: the next one, or else the latest."""
    from cop_events.models.when import Status

    pages = sessions_of_theme(subject, request)
    if not pages:
        return None
    now = timezone.now()
    to_come = [page for page in pages if not (page.when and page.when.is_past(now))]
    to_come.sort(key=lambda page: page.status == Status.CANCELLED)
    page = to_come[0] if to_come else pages[-1]
    return Section(
        "cop_events/sections/theme_session.html",
        {"session": page, "url": page.get_url(request), "is_past": not to_come},
        shows=frozenset([page.pk]),
    )


def sessions_of_theme(subject: Any, request: "HttpRequest | None") -> list[Any]:
    """The sessions that share a theme with ``subject``, in the order in which they take place,
    with their questions; read once a request."""
    remembered = request.__dict__.setdefault("_cop_sessions_of_theme", {}) if request else {}
    if subject.pk not in remembered:
        remembered[subject.pk] = _sessions_of_theme(subject)
    pages: list[Any] = remembered[subject.pk]
    return pages


def _sessions_of_theme(subject: Any) -> list[Any]:
    from cop_events.models import SessionPage

    rows = subject.cop_term_rows.all().select_related("tag__vocabulary")
    themes = [row.tag_id for row in rows if row.tag.vocabulary.code == THEME]
    if not themes:
        return []
    return list(
        SessionPage.objects.live()
        .filter(is_public(), IN_OWN_LANGUAGE)
        .filter(
            locale__language_code=active_language(),
            pk__in=TermRow.objects.filter(tag__in=themes).order_by().values("content_object_id"),
        )
        .order_by("number", "last_day", "pk")
        .select_related("locale")
        .prefetch_related("question_rows")
    )


def organisation_sessions(subject: Any, request: "HttpRequest | None") -> Section | None:
    """The sessions that an organisation takes or took part in, the latest first."""
    from cop_events.cards import cards
    from cop_events.models import SessionOrganisation, SessionPage

    rows = SessionOrganisation.objects.filter(organisation=subject)
    sessions = own_pages(SessionPage, request).filter(pk__in=rows.values("page"))
    newest = sessions.select_related("locale").defer("body")
    shown = list(newest.order_by("-last_day", "-number", "pk")[:MOST])
    if not shown:
        return None
    context = {
        "hits": cards(shown, request),
        "labels": labels_of(request),
    }
    return Section("cop_events/sections/organisation_sessions.html", context)
