"""The series that somebody named on the command line."""

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from cop_events.models import SessionIndexPage


def find_series(index: str) -> Any:
    """The series with this path or number; a ``CommandError`` names those that there are."""
    found = list(SessionIndexPage.objects.select_related("locale").order_by("path"))
    for page in found:
        if index == str(page.pk) or (page.url and _path(page) == f"/{index.strip('/')}/"):
            return page
    known = ", ".join(f"{_path(page)} ({page.pk})" for page in found if page.url)
    raise CommandError(
        _("There is no series at “%(index)s”. There is: %(known)s.")
        % {"index": index, "known": known or "-"}
    )


def _path(page: Any) -> str:
    parts = page.get_url_parts()
    return f"/{parts[2].strip('/')}/" if parts else ""
