"""Pages that show something else than themselves, told to Wagtail's frontend cache.

Wagtail purges a page when that page is published. Ours show one another: lists, theme pages, live
blocks, names of terms and organisations. An app says in ``AppConfig.ready()`` which page types list
which (:func:`register_listing`); the rest follows from Wagtail's own books of what refers to what.
Nothing is listened to where ``wagtail.contrib.frontend_cache`` is not installed.
"""

from cop_blocks.frontend_cache.registry import register_listing, register_refresher

__all__ = ["register_listing", "register_refresher"]
