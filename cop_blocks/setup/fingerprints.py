"""How setup sees whether somebody changed what it made."""

import hashlib
import json
from typing import Any

from django.contrib.auth.models import Group
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    WorkflowPage,
)

from cop_blocks.base_page import Page
from cop_blocks.models import SiteSettings, Term

# Where a page stands in the tree's numbering, and what merely being read or pushed to changes.
_NOT_CONTENT = {
    "path",
    "depth",
    "numchild",
    "url_path",
    "last_published_at",
    "latest_revision_created_at",
}
_LOOK = {"palette", "mark"}


def fingerprint(thing: Any, key: str) -> str:
    """A short digest of what an editor could change in ``thing``."""
    text = json.dumps(_content(thing, key), cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _content(thing: Any, key: str) -> Any:
    if isinstance(thing, Group):
        return _group(thing)
    if isinstance(thing, SiteSettings):
        # "settings:1:contact_page" stands for one field; "settings:1" for the row itself.
        name = key.split(":")[2:]
        return getattr(thing, f"{name[0]}_id") if name else _settings_row(thing)
    if isinstance(thing, Locale):
        return thing.language_code
    if isinstance(thing, GroupApprovalTask):
        groups = sorted(thing.groups.values_list("pk", flat=True))
        return {"name": thing.name, "active": thing.active, "groups": groups}
    if isinstance(thing, WorkflowPage):
        return {"page": thing.page_id, "workflow": thing.workflow_id}
    if isinstance(thing, Page):
        content = thing.specific.serializable_data()
        kept = {name: value for name, value in content.items() if name not in _NOT_CONTENT}
        return {**kept, "parent": thing.get_parent().pk}
    if isinstance(thing, Term):
        # A look that nobody chose says nothing; fingerprints of before there were looks hold.
        return {k: v for k, v in thing.serializable_data().items() if v or k not in _LOOK}
    return thing.serializable_data()


def _settings_row(settings: SiteSettings) -> dict[str, Any]:
    """Without the pages that it points at: each of those has a record of its own."""
    return {
        field.name: field.value_from_object(settings)
        for field in settings._meta.concrete_fields
        if not field.primary_key and field.name not in page_fields()
    }


def page_fields() -> list[str]:
    """The fields of the site's settings that setup may fill."""
    return [
        field.name for field in SiteSettings._meta.concrete_fields if field.related_model is Page
    ]


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "permissions": sorted(group.permissions.values_list("pk", flat=True)),
        "pages": sorted(
            GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id")
        ),
        "collections": sorted(
            GroupCollectionPermission.objects.filter(group=group).values_list(
                "collection_id", "permission_id"
            )
        ),
    }
