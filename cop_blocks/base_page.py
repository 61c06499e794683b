"""The host's active base page.

Wagtail 8 lets a host replace ``wagtailcore.Page`` (``WAGTAIL_PAGE_MODEL``); on Wagtail 7.4 these
names always mean the default page. Concrete pages subclass their mixin first and ``Page`` last.
"""

from typing import TYPE_CHECKING, Any

import swapper

swapper.set_app_prefix("wagtailcore", "wagtail")

#: The label of the active base page, for foreign keys: ``"wagtailcore.Page"`` by default.
PAGE_MODEL: str = swapper.get_model_name("wagtailcore", "Page")

#: The name of the link from a concrete page to its base row: ``"page_ptr"`` by default.
PARENT_LINK: str = f"{PAGE_MODEL.rpartition('.')[2].lower()}_ptr"

if TYPE_CHECKING:
    from wagtail.models import Page as Page


def __getattr__(name: str) -> Any:
    if name == "Page":
        return swapper.load_model("wagtailcore", "Page", require_ready=False)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
