"""What of ours still stands in a site, and all of it deleted."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count

from cop_blocks.base_page import Page
from cop_blocks.leaving.live_blocks import find, is_live_block
from cop_blocks.leaving.ours import deleted_models, our_page_types, our_pages
from cop_blocks.models import (
    FactsOrigin,
    Organisation,
    Person,
    SetupRecord,
    SiteSettings,
    Term,
    TermRow,
    Vocabulary,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of ours there is; ``strangers`` are pages of the host beneath pages of ours."""

    pages: dict[str, int]
    organisations: int
    people: int
    terms: int
    #: Pages of the host that carry terms.
    carrying: int
    #: Fields of the host's rows with a live block.
    with_blocks: int
    strangers: tuple[Any, ...]

    @property
    def page_count(self) -> int:
        return sum(self.pages.values())

    @property
    def is_clean(self) -> bool:
        return not (
            self.pages or self.organisations or self.people or self.terms or self.with_blocks
        )


def standing() -> Standing:
    counted = our_pages().values("content_type").annotate(number=Count("pk")).order_by()
    types = ContentType.objects.in_bulk([row["content_type"] for row in counted])
    ours = our_pages().values("pk")
    return Standing(
        pages={_plural(types[row["content_type"]]): row["number"] for row in counted},
        organisations=Organisation.objects.count(),
        people=Person.objects.count(),
        terms=Term.objects.count(),
        carrying=TermRow.objects.exclude(content_object__in=ours)
        .values("content_object")
        .distinct()
        .count(),
        with_blocks=sum(not finding.is_revision for finding in find(is_live_block, remove=False)),
        strangers=tuple(_strangers()),
    )


def _plural(content_type: ContentType) -> str:
    model: Any = content_type.model_class()
    return str(model._meta.verbose_name_plural)


def _strangers() -> list[Any]:
    ours = set(our_page_types())
    found = []
    for top in _topmost():
        for page in top.get_descendants().select_related("content_type"):
            if page.specific_class not in ours:
                found.append(page)
    return found


def _topmost() -> list[Any]:
    found: list[Any] = []
    for page in our_pages().order_by("path"):
        if not found or not page.path.startswith(found[-1].path):
            found.append(page)
    return found


@transaction.atomic
def delete_everything() -> None:
    """All pages, snippets, terms and settings of ours, for good. Call it when there are no
    strangers; files, languages, users and groups stay."""
    for page in reversed(_topmost()):
        Page.objects.get(pk=page.pk).specific.delete()
    SiteSettings.objects.all().delete()
    own: tuple[Any, ...] = (
        Person,
        Organisation,
        TermRow,
        Term,
        Vocabulary,
        FactsOrigin,
        SetupRecord,
    )
    for model in (*deleted_models(), *own):
        model._base_manager.all().delete()
