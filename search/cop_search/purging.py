"""What editors say of words holds at once: a frontend cache lets go of the pages that search."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from wagtail.models import get_page_models

from cop_blocks.base_page import Page
from cop_blocks.frontend_cache.pending import tell
from cop_search.finder_page import FinderPageMixin
from cop_search.models import BestBet, Synonym

_UID = "cop_search.purging"


def connect_if_installed() -> None:
    """Called once, in ``ready()``."""
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        connect()


def connect() -> None:
    for model in (BestBet, Synonym):
        for signal in (post_save, post_delete):
            signal.connect(rule_changed, sender=model, dispatch_uid=_UID)


def disconnect() -> None:
    for model in (BestBet, Synonym):
        for signal in (post_save, post_delete):
            signal.disconnect(sender=model, dispatch_uid=_UID)


def rule_changed(instance: Any, **kwargs: Any) -> None:
    """Every list of its language has a field for words."""
    models = [model for model in get_page_models() if issubclass(model, FinderPageMixin)]
    types = ContentType.objects.get_for_models(*models).values()
    lists = Page.objects.live().filter(content_type__in=types, locale=instance.locale_id)
    tell(pages=lists.values_list("pk", flat=True))
