"""Wagtail's hooks before deleting and unpublishing, one by one and in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder

from cop_blocks.deleting.rules import Verdict, verdict_on
from cop_blocks.deleting.uses import Use, uses_of
from cop_blocks.models import Organisation, Person
from cop_blocks.pages import CopPageMixin

#: In the address of Wagtail's own question, once our page has been read.
SEEN = "cop_seen"
#: How many uses are named; the rest is counted.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is about to go, as the page shows it."""

    thing: Any
    title: str
    verdict: Verdict
    #: A use, and where this user may edit it (or nothing).
    uses: list[tuple[Use, str | None]]
    more: int


def before_delete_page(request: HttpRequest, page: Any) -> HttpResponse | None:
    return before_deleting(request, [page])


def before_delete_snippet(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    return before_deleting(request, instances)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    if action_type == "delete":
        return before_deleting(request, objects, asks_on_post=True)
    if action_type == "unpublish":
        return before_unpublishing(request, objects)
    return None


def before_unpublish_page(request: HttpRequest, page: Any) -> HttpResponse | None:
    return before_unpublishing(request, [page])


def before_deleting(
    request: HttpRequest, things: Iterable[Any], *, asks_on_post: bool = False
) -> HttpResponse | None:
    """Our page where there is something to say; what is forbidden ends there.

    Wagtail asks its hooks on a POST alone for unpublishing and in bulk (``asks_on_post``). For one
    page it asks when its own question is about to be shown: the POST is the answer to that.
    """
    things = [_specific(thing) for thing in things]
    cases = []
    for thing in things:
        if not isinstance(thing, CopPageMixin | Organisation | Person):
            continue
        uses = uses_of([thing])
        if verdict := verdict_on(thing, uses):
            cases.append(_case(request, thing, verdict, uses))
    forbidden = [case for case in cases if case.verdict.is_forbidden]
    if forbidden:
        return _answer(request, forbidden, things, _("This cannot be deleted"), goes_on="")
    if not cases or _is_seen(request) or (request.method == "POST" and not asks_on_post):
        return None
    return _answer(
        request, cases, things, _("Before you delete this"), goes_on=_("Delete all the same")
    )


def before_unpublishing(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """A warning where pages refer to it: their links to it vanish until it is published again."""
    if _is_seen(request):
        return None
    things = [_specific(thing) for thing in things]
    cases = []
    for thing in things:
        if not isinstance(thing, CopPageMixin):
            continue
        uses = [use for use in uses_of([thing]) if not use.is_draft]
        if uses:
            cases.append(_case(request, thing, _unpublished(uses), uses))
    if not cases:
        return None
    return _answer(
        request, cases, things, _("Before you unpublish this"), goes_on=_("Unpublish all the same")
    )


def _is_seen(request: HttpRequest) -> bool:
    return SEEN in request.GET or SEEN in request.POST


def _is_public(use: Use) -> bool:
    return not use.is_draft and bool(getattr(use.source, "live", True))


def _unpublished(uses: list[Use]) -> Verdict:
    return Verdict(
        why=ngettext(
            "%(number)d page or other item refers to it. Visitors no longer see that there, until "
            "this is published again.",
            "%(number)d pages or other items refer to it. Visitors no longer see that there, until "
            "this is published again.",
            len(uses),
        )
        % {"number": len(uses)},
        instead=_("Change what refers to it first, if this is meant to stay off the site."),
    )


def _specific(thing: Any) -> Any:
    return getattr(thing, "specific", thing)


def _case(request: HttpRequest, thing: Any, verdict: Verdict, uses: list[Use]) -> Case:
    finder = AdminURLFinder(request.user)
    title = str(getattr(thing, "title", thing))
    # A draft is named to those who may edit it; to others it counts.
    linked = ((use, finder.get_edit_url(use.source)) for use in uses)
    shown = [(use, url) for use, url in linked if url or _is_public(use)][:SHOWN]
    return Case(thing, title, verdict, shown, len(uses) - len(shown))


def _answer(
    request: HttpRequest, cases: list[Case], things: list[Any], heading: str, *, goes_on: str
) -> HttpResponse:
    query = request.GET.copy()
    query[SEEN] = "1"
    return TemplateResponse(
        request,
        "cop_blocks/admin/in_use.html",
        {
            "cases": cases,
            "page_title": heading,
            "header_title": heading,
            "goes_on": goes_on,
            "goes_on_url": f"{request.path}?{query.urlencode()}",
            "posted": _posted(request) if request.method == "POST" else None,
            "back_url": _back(request, things[0]),
        },
    )


def _posted(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, to be sent again."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]


def _back(request: HttpRequest, thing: Any) -> str:
    return AdminURLFinder(request.user).get_edit_url(thing) or reverse("wagtailadmin_home")
