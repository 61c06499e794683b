"""Pages get their terms: the row, its latest and its scheduled revision. Other terms stay."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Revision

from cop_blocks import base_page
from cop_blocks.facts.mixin import FactsMixin
from cop_blocks.facts.origin import annotated, source_in
from cop_blocks.mapping.plan import Plan
from cop_blocks.mapping.sources import Source
from cop_blocks.models import Term, TermRow

ROWS = "cop_term_rows"


@dataclass(slots=True)
class Done:
    """What was done to some pages, or would be."""

    rows: int = 0
    pages: set[int] = field(default_factory=set)
    #: Pages with more than one term of a vocabulary that a page may carry one of.
    too_many: list[Any] = field(default_factory=list)

    def __iadd__(self, other: "Done") -> "Done":
        self.rows += other.rows
        self.pages |= other.pages
        self.too_many += other.too_many
        return self


def followers_of_facts(model: Any, pages: Collection[Any]) -> set[int]:
    """Those of these pages that take their terms from another page. One query, or none."""
    if not issubclass(model, FactsMixin) or ROWS not in model.facts:
        return set()
    keys = {page.translation_key for page in pages}
    originals = {page.alias_of_id for page in pages} - {None}
    rows = base_page.Page._base_manager.filter(Q(translation_key__in=keys) | Q(pk__in=originals))
    group = list(annotated(rows).order_by("pk"))
    return {page.pk for page in pages if source_in(group, page) is not None}


def revisions_of(model: Any, pages: Sequence[Any]) -> list[Any]:
    """Latest and scheduled revisions: what an editor opens, and what will be published."""
    if not pages:
        return []
    found = Revision.objects.filter(
        Q(pk__in={page.latest_revision_id for page in pages} - {None})
        | Q(approved_go_live_at__isnull=False, object_id__in=[str(page.pk) for page in pages]),
        base_content_type=pages[0].get_base_content_type(),
    )
    own = {str(page.pk) for page in pages}
    # The latest revision of an alias is that of its original.
    return [revision for revision in found.order_by("pk") if revision.object_id in own]


def apply(plan: Plan, source: Source, model: Any, pages: Sequence[Any], *, is_dry: bool) -> Done:
    """Give ``pages`` (their locked rows) the terms of what they carry. Call it in a transaction.

    Reading costs the same for one page and for many; only what changes is stored.
    """
    done = Done()
    following = followers_of_facts(model, pages)
    pages = [page for page in pages if page.pk not in following]
    ids = [page.pk for page in pages]
    carried = _carried(ids)
    stored = source.of_pages(ids)
    for page in pages:
        missing = _missing(plan, plan.terms_of(stored[page.pk]), carried.get(page.pk, []))
        if missing is None:
            done.too_many.append(page)
        elif missing:
            done.rows += len(missing)
            done.pages.add(page.pk)
            if not is_dry:
                carried[page.pk] = _store(page, missing)
    done += _apply_to_drafts(plan, source, model, pages, carried, stored, is_dry=is_dry)
    return done


def _apply_to_drafts(
    plan: Plan,
    source: Source,
    model: Any,
    pages: Sequence[Any],
    carried: dict[int, list[TermRow]],
    stored: dict[int, Any],
    *,
    is_dry: bool,
) -> Done:
    done = Done()
    by_id = {str(page.pk): page for page in pages}
    revisions = revisions_of(model, pages)
    of_vocabulary = _of_vocabulary(plan, (revision.content for revision in revisions))
    changed = []
    drafts = source.of_drafts(revision.content for revision in revisions)
    for revision, draft in zip(revisions, drafts, strict=True):
        page = by_id[revision.object_id]
        rows = revision.content.setdefault(ROWS, [])
        wanted = plan.terms_of(stored[page.pk] if draft is None else draft)
        here = [row["tag"] for row in rows if row.get("tag") in of_vocabulary]
        missing = _lacking(plan, wanted, here)
        if missing is None:
            if page not in done.too_many:
                done.too_many.append(page)
        elif missing:
            done.pages.add(page.pk)
            known = {row.tag_id: row.pk for row in carried.get(page.pk, ())}
            last = max((row.get("sort_order") or 0 for row in rows), default=-1)
            rows += [
                {
                    "pk": known.get(term.pk),
                    "content_object": page.pk,
                    "tag": term.pk,
                    "sort_order": last + number,
                }
                for number, term in enumerate(missing, start=1)
            ]
            changed.append(revision)
    if not is_dry:
        Revision.objects.bulk_update(changed, ["content"])
    return done


def _carried(ids: Collection[int]) -> dict[int, list[TermRow]]:
    found: dict[int, list[TermRow]] = {}
    rows = TermRow.objects.filter(content_object__in=ids).select_related("tag")
    for row in rows.order_by("sort_order", "pk"):
        found.setdefault(row.content_object_id, []).append(row)
    return found


def _missing(plan: Plan, wanted: list[Term], rows: Iterable[TermRow]) -> list[Term] | None:
    here = [row.tag_id for row in rows if row.tag.vocabulary_id == plan.vocabulary.pk]
    return _lacking(plan, wanted, here)


def _lacking(plan: Plan, wanted: list[Term], here: list[int]) -> list[Term] | None:
    """What is to be added; ``None`` where that is more than a page may carry."""
    missing = [term for term in wanted if term.pk not in here]
    is_too_many = not plan.vocabulary.is_multiple and len(here) + len(missing) > 1
    return None if missing and is_too_many else missing


def _of_vocabulary(plan: Plan, contents: Iterable[Any]) -> set[int]:
    tags = {row.get("tag") for content in contents for row in content.get(ROWS, ())}
    found = Term.objects.filter(pk__in=tags - {None}, vocabulary=plan.vocabulary)
    return set(found.values_list("pk", flat=True))


def _store(page: Any, missing: list[Term]) -> list[TermRow]:
    """Through the page, so that facts follow, the index hears of it and caches change their key."""
    rows = list(page.cop_term_rows.all())
    last = max((row.sort_order for row in rows), default=-1)
    rows += [
        TermRow(tag=term, sort_order=last + number) for number, term in enumerate(missing, start=1)
    ]
    page.cop_term_rows.set(rows)
    if page.live:
        page.last_published_at = timezone.now()
    # A save of relations alone sends no post_save.
    page.save(update_fields=[ROWS, "last_published_at"], clean=False)
    return rows
