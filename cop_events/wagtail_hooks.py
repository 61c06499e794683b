"""What sessions add to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from cop_events.copying.options import is_offered
from cop_events.copying.views import CHOOSE, COPY, ChooseSessionView, CopySessionView


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_copying() -> list[URLPattern]:
    return [
        path("cop/sessions/copy/", ChooseSessionView.as_view(), name=CHOOSE),
        path("cop/sessions/copy/<int:pk>/", CopySessionView.as_view(), name=COPY),
    ]


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator]
def copy_from_header(page: Any, user: Any, view_name: str, next_url: Any = None) -> Iterator[Any]:
    yield from _button(page, user)


@hooks.register("register_page_listing_more_buttons")  # type: ignore[untyped-decorator]
def copy_from_row(page: Any, user: Any, next_url: Any = None) -> Iterator[Any]:
    yield from _button(page, user)


def _button(page: Any, user: Any) -> Iterator[Button]:
    if is_offered(page, user):
        url = reverse(COPY, args=[page.pk])
        yield Button(_("Copy to next year"), url=url, icon_name="date", priority=21)
