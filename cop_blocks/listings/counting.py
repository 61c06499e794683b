"""A number and the listing behind it, from the same filters: they cannot differ."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from cop_blocks.desk.places import explorable, sees_pages, shows_languages, working_language


def listed(
    viewset: Any, request: HttpRequest, *, in_any_language: bool = False, **filters: str
) -> tuple[int, str] | None:
    """How many pages the listing of ``viewset`` shows to this user with these filters, and its
    address; ``None`` for who sees none of these pages in the admin.

    Counted in the language in which they work: a session is one, however many languages it has.
    Filters that leave one page of each group themselves are counted ``in_any_language``.
    """
    if not sees_pages(request.user):
        return None
    if shows_languages() and not in_any_language:
        filters["locale"] = working_language(request.user)
    query = urlencode(filters)
    pages = viewset.model.objects.filter(pk__in=explorable(request.user))
    found = viewset.filterset_class(QueryDict(query), pages, request=request).qs.count()
    if not found and not pages.exists():
        return None
    return found, f"{reverse(f'{viewset.name}:index')}?{query}"
