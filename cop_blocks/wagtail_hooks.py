"""What the building blocks add to Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from cop_blocks.terms.views import words


@hooks.register("register_admin_urls")
def register_words() -> list[URLPattern]:
    return [path("cop/words/<slug:vocabulary_code>/", words, name="cop_blocks_words")]
