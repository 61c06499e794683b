"""Who refers to a page, an organisation or a person: what is stored, and what drafts say."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.text import capfirst
from wagtail.models import ReferenceIndex, Revision

from cop_blocks.base_page import Page


@dataclass(frozen=True, slots=True)
class Use:
    """One page or other thing that refers to it; ``is_draft``: only a version not yet published."""

    source: Any
    is_draft: bool = False

    @property
    def title(self) -> str:
        admin_title = getattr(self.source, "get_admin_display_title", None)
        return str(admin_title() if admin_title else self.source)

    @property
    def kind(self) -> str:
        """“Initiative”, “Person”."""
        return str(capfirst(self.source._meta.verbose_name))


def uses_of(things: Collection[Any]) -> list[Use]:
    """Everything that refers to one of ``things``, but for ``things`` themselves and the pages
    beneath them; each source once, what is stored before what drafts say."""
    found: dict[tuple[int, str], Use] = {}
    going = _Going(things)
    for thing in things:
        for source, _references in ReferenceIndex.get_grouped_references_to(thing):
            if not going.takes(source):
                found.setdefault(_key(source), Use(getattr(source, "specific", source)))
    for draft in _drafts(things):
        if not going.takes(draft):
            found.setdefault(_key(draft), Use(draft, is_draft=True))
    return list(found.values())


class _Going:
    """What is deleted along is no use."""

    def __init__(self, things: Collection[Any]) -> None:
        self.keys = {_key(thing) for thing in things}
        self.paths = tuple(thing.path for thing in things if isinstance(thing, Page))

    def takes(self, source: Any) -> bool:
        if _key(source) in self.keys:
            return True
        return isinstance(source, Page) and source.path.startswith(self.paths or ("\0",))


def _key(thing: Any) -> tuple[int, str]:
    """Pages of any type by their base row."""
    return ReferenceIndex._get_base_content_type(thing).pk, str(thing.pk)


def _drafts(things: Collection[Any]) -> Iterator[Any]:
    """Pages whose latest or scheduled version, not yet published, refers to one of ``things``.

    Wagtail's index follows the rows in the database only; what it finds in a row, it finds here in
    the version.
    """
    wanted = {_key(thing) for thing in things}
    names = Q()
    for thing in things:
        names |= Q(text__contains=str(thing.pk))
    if not wanted:
        return
    latest = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    versions = (
        Revision.objects.filter(Q(pk__in=latest) | Q(approved_go_live_at__isnull=False))
        .filter(base_content_type=ContentType.objects.get_for_model(Page))
        .annotate(text=Cast("content", TextField()))
        .filter(names)
        .select_related("content_type")
    )
    for version in versions.iterator():
        page = version.as_object()
        # The same look at a page with which Wagtail fills its index.
        for (
            type_id,
            pk,
            _model_path,
            _content_path,
        ) in ReferenceIndex._extract_references_from_object(page):
            if (type_id, str(pk)) in wanted:
                yield page
                break
