"""Wagtail's own "convert alias" leaves the text of the source, live, in another language's tree."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.actions.convert_alias import ConvertAliasPagePermissionError
from wagtail.admin import messages
from wagtail.models import Page

from cop_blocks.translation.rights import RIGHTS, may
from cop_blocks.translation.seams import seam


def is_of_another_language(page: Page) -> bool:
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def refused(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias of a page in another language becomes an own page by being translated."""
    if not is_of_another_language(page):
        return None
    messages.error(
        request,
        _("“%(page)s” shows a page in another language. Translate it to give it a text of its own.")
        % {"page": page.get_admin_display_title()},
    )
    if may.may_submit(request.user, page.alias_of.specific, page.locale):
        submit = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id])
        return redirect(f"{submit}?select_locale={page.locale.language_code}")
    return redirect("wagtailadmin_pages:edit", page.pk)


@seam("wagtail.actions.convert_alias:ConvertAliasPageAction.check", guard=RIGHTS)
def check(original: Callable[..., Any], self: Any, skip_permission_checks: bool = False) -> Any:
    """Wagtail's API comes without the hook."""
    if self.user and not skip_permission_checks and is_of_another_language(self.page):
        raise ConvertAliasPagePermissionError(
            "An alias of a page in another language is to be translated, not converted."
        )
    return original(self, skip_permission_checks=skip_permission_checks)
