"""What is ours: page types, and other things that an owner takes along."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import get_page_models

from cop_blocks.base_page import Page

#: Labels of our apps. A site's own app stays out, whatever page types it builds on ours.
APPS = ("cop_blocks", "cop_search", "cop_events", "cop_catalog")

_exported: list[type[models.Model]] = []
_deleted: list[Any] = []


def register_export(model: type[models.Model]) -> None:
    """Have the rows of a model, with their child rows, in the export. Call it in ``ready()``."""
    if model not in _exported:
        _exported.append(model)


def register_deletion(model: type[models.Model]) -> None:
    """Have all rows of a model deleted with everything else of ours. Call it in ``ready()``."""
    if model not in _deleted:
        _deleted.append(model)


def deleted_models() -> list[Any]:
    """What was registered, the latest first."""
    return _deleted[::-1]


def exported_models() -> list[type[models.Model]]:
    """Our page types, and what was registered; in a stable order."""
    pages = sorted(our_page_types(), key=lambda model: model._meta.label_lower)
    return [*pages, *_exported]


def our_page_types() -> list[Any]:
    return [model for model in get_page_models() if model._meta.app_label in APPS]


def our_pages() -> Any:
    """Every page of a type of ours: live, draft and alias."""
    types = ContentType.objects.get_for_models(*our_page_types()).values()
    return Page.objects.filter(content_type__in=types)
