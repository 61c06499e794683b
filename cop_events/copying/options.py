"""What a user may choose when they copy a session: which one, to where, in which languages."""

from dataclasses import dataclass
from typing import Any

from cop_blocks.base_page import Page
from cop_blocks.desk.places import may_edit, page_policy, places, trails, working_language
from cop_blocks.facts import facts_source
from cop_events.copying.run import Place, may_copy
from cop_events.copying.years import has_year, next_series, next_year
from cop_events.models import SessionIndexPage, SessionPage

#: How many of the latest sessions the choice shows; the listing has them all.
MOST = 30


def is_session(page: Any) -> bool:
    return issubclass(page.specific_class or Page, SessionPage)


def is_offered(page: Any, user: Any) -> bool:
    """Whether the button stands on a session. Without a query: it stands on every row of a list.

    Whether the copy may be made is asked when it is made.
    """
    if not is_session(page) or page.alias_of_id:
        return False
    if user.is_superuser:
        return True
    granted = page_policy().get_cached_permissions_for_user(user)
    return any(
        held.permission.codename.startswith("add_")
        and page.path.startswith(held.page.path)
        and page.path != held.page.path
        for held in granted
    )


def candidates(user: Any) -> Any:
    """The sessions that ``user`` may copy, in the language in which they work, the latest first."""
    return SessionPage.objects.filter(
        may_edit(SessionPage, user),
        alias_of__isnull=True,
        locale__language_code=working_language(user),
        starts_at__isnull=False,
    ).order_by("-last_day", "-starts_at", "-pk")


def source_of(page: Any, user: Any) -> Any:
    """The session that is copied when ``page`` is chosen: of a translation its source, whose facts
    they are, unless the user has no right to copy that."""
    source = facts_source(page)
    if source is None:
        return page
    source = source.specific
    is_allowed = source.permissions_for_user(user).can_copy() and series_for(source, user).exists()
    return source if is_allowed else page


def series_for(source: Any, user: Any) -> Any:
    """The series in the language of ``source`` to which ``user`` may add a session."""
    return places(SessionPage, user).filter(locale_id=source.locale_id)


@dataclass(frozen=True, slots=True)
class Options:
    """What the form offers for one session."""

    #: Page id -> where the series lies.
    series: dict[int, str]
    #: Where a new series goes; ``None`` where the user may not make one.
    new: Place | None
    #: The id of the series that is chosen at first; ``None``: the new one.
    chosen: int | None
    #: The other languages in which there is a copy to be made.
    languages: list[Any]


def options_for(source: Any, user: Any) -> Options:
    found = list(series_for(source, user))
    current = source.get_parent().specific
    new = _new_series(source, current, user)
    chosen = next((page.pk for page in found if page.pk == current.pk), None)
    if has_year(current.title):
        wanted = next_year(current.title)
        next_one = [page.pk for page in found if page.title == wanted]
        chosen = next_one[0] if next_one else (None if new else chosen)
    if chosen is None and new is None and found:
        chosen = found[0].pk
    return Options(trails(found), new, chosen, _languages(source, current, user))


def _new_series(source: Any, current: Any, user: Any) -> Place | None:
    """Beside a series of a year, within a series of all years."""
    if not isinstance(current, SessionIndexPage):
        return None
    beside = current.get_parent()
    year = source.first_day.year + 1 if source.first_day else None
    title = next_series(current.title, year)
    options = [Place(current, title, current, year)]
    if has_year(current.title):
        options.insert(0, Place(beside, title, current, year))
    allowed = set(
        places(SessionIndexPage, user)
        .filter(pk__in=[place.parent.pk for place in options])
        .values_list("pk", flat=True)
    )
    fitting = (place for place in options if place.parent.pk in allowed)
    return next((place for place in fitting if may_copy(current, place, user)), None)


def _languages(source: Any, current: Any, user: Any) -> list[Any]:
    pages = source.get_translations().filter(alias_of__isnull=True).select_related("locale")
    return [
        page.locale
        for page in pages.order_by("locale_id")
        if page.permissions_for_user(user).can_copy() and series_for(page, user).exists()
    ]
