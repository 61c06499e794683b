"""What the building blocks add to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cop_blocks.desk.panels import add_numbers, add_panels
from cop_blocks.editing.hooks import tell_after_saving
from cop_blocks.terms.views import words
from cop_blocks.viewsets import CommunityViewSetGroup
from cop_blocks.viewsets.organisations import is_in_use, refuse_deletion


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_words() -> list[URLPattern]:
    return [path("cop/words/<slug:vocabulary_code>/", words, name="cop_blocks_words")]


@hooks.register("before_delete_snippet")  # type: ignore[untyped-decorator]
def keep_what_is_used(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Organisations and people in use stay, one by one and in bulk."""
    used = next((thing for thing in instances if is_in_use(thing)), None)
    return refuse_deletion(request, used) if used is not None else None


hooks.register("construct_homepage_panels", add_panels)
hooks.register("construct_homepage_summary_items", add_numbers)
hooks.register("after_create_page", tell_after_saving)
hooks.register("after_edit_page", tell_after_saving)

register_snippet(CommunityViewSetGroup)
