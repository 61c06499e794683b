"""Who uses a term: a term in use cannot vanish."""

import json
from collections.abc import Collection
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex, Revision

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Term, TermRow, Vocabulary


def is_used(term: Term) -> bool:
    """Whether a page or its draft carries it, or another thing refers to it.

    A merged term counts as used: old versions of pages name it, and find its successor by it.
    """
    return bool(
        term.is_merged
        or term.narrower.exists()
        or term.predecessors.exists()
        or _are_used([term.pk])
    )


def is_vocabulary_used(vocabulary: Vocabulary) -> bool:
    """Whether a page, its draft or another thing uses one of its terms."""
    return _are_used(list(vocabulary.terms.values_list("pk", flat=True)))


def page_count(term: Term) -> int:
    """How many pages carry it, in all languages together."""
    pages = TermRow.objects.filter(tag=term).values("content_object_id").distinct()
    return int(pages.count())


def _are_used(pks: Collection[Any]) -> bool:
    return bool(
        TermRow.objects.filter(tag__in=pks).exists()
        or Organisation.objects.filter(region__in=pks).exists()
        or _are_referred_to(pks)
        or _are_in_drafts(set(pks))
    )


def _are_referred_to(pks: Collection[Any]) -> bool:
    """By whatever Wagtail knows of: a block in a text, a host's own model."""
    terms = ContentType.objects.get_for_model(Term)
    return bool(
        ReferenceIndex.objects.filter(to_content_type=terms, to_object_id__in=map(str, pks))
        .exclude(base_content_type=terms)
        .exists()
    )


def _are_in_drafts(pks: Collection[Any]) -> bool:
    """In the latest or a scheduled version of a page, not yet published."""
    latest = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    drafts = (
        Revision.objects.filter(Q(pk__in=latest) | Q(approved_go_live_at__isnull=False))
        .annotate(text=Cast("content", TextField()))
        .filter(text__contains="cop_term_rows")
        .values_list("content", flat=True)
    )
    for content in drafts.iterator():
        content = json.loads(content) if isinstance(content, str) else content
        if any(row.get("tag") in pks for row in content.get("cop_term_rows", ())):
            return True
    return False
