"""The facts in stored revisions, kept equal to those of the row.

Reading a revision of a translation already shows the facts of its row. What reads the stored JSON
itself does not: a copy of a translation takes its draft from there.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from modelcluster.models import get_field_value, get_serializable_data_for_fields
from wagtail.models import Revision

from cop_blocks.facts.names import FactNames, fact_names
from cop_blocks.facts.rows import StoredRows, sort_field


def rewrite_revisions(
    names: FactNames, stored: StoredRows, pages: Sequence[Any], source_id: int
) -> list[tuple[Any, Any]]:
    """Rewrite the latest and the scheduled revision of each page.

    Each page comes back with its live revision (``None`` where it has none). Two queries.
    """
    if not pages:
        return []
    by_id = {str(page.pk): page for page in pages}
    wanted = {page.latest_revision_id for page in pages} | {page.live_revision_id for page in pages}
    found = Revision.objects.filter(
        Q(pk__in=wanted - {None}) | Q(approved_go_live_at__isnull=False, object_id__in=by_id),
        base_content_type=pages[0].get_base_content_type(),
    )
    revisions = {revision.pk: revision for revision in found}
    rewritten = []
    for revision in revisions.values():
        # The live revision of an alias is that of its original.
        page = by_id.get(revision.object_id)
        if page and (revision.pk == page.latest_revision_id or revision.approved_go_live_at):
            _rewrite(names, stored, revision.content, page, source_id)
            rewritten.append(revision)
    Revision.objects.bulk_update(rewritten, ["content"])
    return [(page, revisions.get(page.live_revision_id)) for page in pages]


def _rewrite(
    names: FactNames, stored: StoredRows, content: dict[str, Any], page: Any, source_id: int
) -> None:
    for field in names.columns:
        content[field.name] = get_field_value(field, page)
    for relation in names.relations:
        content[relation.get_accessor_name()] = [
            get_serializable_data_for_fields(row) for row in stored.of(relation, page.pk)
        ]
    for facts in names.rows:
        order = sort_field(facts.relation)
        rows = [*stored.of(facts.relation, source_id), *stored.of(facts.relation, page.pk)]
        by_key = {str(row.translation_key): row for row in rows}
        for data in content.get(facts.relation.get_accessor_name(), ()):
            row = by_key.get(str(data.get("translation_key")))
            if row is not None:
                for column in facts.columns:
                    data[column.name] = get_field_value(column, row)
                if order:
                    data[order] = getattr(row, order)


def rewrite_own_revisions(page: Any, source_id: int) -> None:
    """After a page took facts that its stored revisions may not hold."""
    names = fact_names(type(page))
    stored = StoredRows(names.all_relations, [page.pk, source_id])
    rewrite_revisions(names, stored, [page], source_id)
