"""Listings of pages in the admin, to find, filter, sort and export; each app adds its own.

An app or a host registers its listing in ``AppConfig.ready()``, by name, so that nothing of the
admin is imported before it is needed::

    register_admin_listing("newsletters.viewsets.NewsletterViewSet", order=50)
"""

from cop_blocks.listings.registry import register_admin_listing

__all__ = ["register_admin_listing"]
