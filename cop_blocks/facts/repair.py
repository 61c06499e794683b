"""Facts that went past ``save()``: told and repaired."""

from typing import Any

from cop_blocks.facts.names import fact_names
from cop_blocks.facts.revisions import rewrite_revisions
from cop_blocks.facts.rows import StoredRows


def rewrite_own_revisions(page: Any, source_id: int) -> None:
    """After a page took facts that its stored revisions do not hold."""
    names = fact_names(type(page))
    stored = StoredRows(names.all_relations, [page.pk, source_id])
    rewrite_revisions(names, stored, [page], source_id)
