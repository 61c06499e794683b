"""What the building blocks add to Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cop_blocks.deleting import hooks as deleting
from cop_blocks.desk.panels import add_numbers, add_panels
from cop_blocks.editing.hooks import tell_after_saving
from cop_blocks.terms.views import words
from cop_blocks.viewsets import CommunityViewSetGroup


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_words() -> list[URLPattern]:
    return [path("cop/words/<slug:vocabulary_code>/", words, name="cop_blocks_words")]


hooks.register("before_delete_snippet", deleting.before_delete_snippet)
hooks.register("before_delete_page", deleting.before_delete_page)
hooks.register("before_unpublish_page", deleting.before_unpublish_page)
hooks.register("before_bulk_action", deleting.before_bulk_action)
hooks.register("construct_homepage_panels", add_panels)
hooks.register("construct_homepage_summary_items", add_numbers)
hooks.register("after_create_page", tell_after_saving)
hooks.register("after_edit_page", tell_after_saving)

register_snippet(CommunityViewSetGroup)
