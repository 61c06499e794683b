"""Facts pushed: when the live source is stored, its translations and their aliases follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.signals import page_published

from cop_blocks import base_page
from cop_blocks.facts.copying import settle
from cop_blocks.facts.names import FactNames, fact_names
from cop_blocks.facts.origin import annotated, owner_of
from cop_blocks.facts.revisions import rewrite_revisions
from cop_blocks.facts.rows import RowKey, StoredRows, match_keys, own_keys, rows_in_memory


@dataclass(frozen=True, slots=True)
class Difference:
    """A page that did not show the facts of its source, and the names of those facts."""

    page: Any
    names: tuple[str, ...]


def followers(source: Any, group: Iterable[Any]) -> dict[int, int]:
    """Ids of the pages that show the facts of ``source``, each with the page it follows.

    The translations; the aliases of any of these, wherever they are; the translations of such an
    alias. A page comes after the one that it follows. One query, more only where aliases are.
    """
    found = {
        row.pk: source.pk
        for row in group
        if row.translation_key == source.translation_key and row.pk != source.pk
    }
    seen_keys = {source.translation_key}
    frontier = [source.pk, *found]
    pages = base_page.Page._base_manager
    while frontier:
        aliases = pages.filter(alias_of__in=frontier).exclude(pk__in=[source.pk, *found])
        new: dict[int, int] = {}
        keys = set()
        for alias in aliases.order_by("pk").only("pk", "alias_of", "translation_key"):
            new[alias.pk] = alias.alias_of_id
            keys.add(alias.translation_key)
        if keys := keys - seen_keys:
            seen_keys |= keys
            rows = list(annotated(pages.filter(translation_key__in=keys)).order_by("pk"))
            for key in keys:
                members = [row for row in rows if row.translation_key == key]
                owner = owner_of(members)
                if owner is not None and owner.pk in new:
                    for row in members:
                        if row.pk not in new and row.pk not in found and not row.alias_of_id:
                            new[row.pk] = owner.pk
        found |= new
        frontier = list(new)
    return found


def push_facts(source: Any, group: Iterable[Any], *, dry_run: bool = False) -> list[Difference]:
    """Bring the stored facts of ``source`` to every page that follows it.

    Only pages that differ are stored, with their facts alone; their text, drafts and state are
    left as they are. Call it inside a transaction, with the rows of the group locked. Sends
    ``page_published`` with ``facts=True`` for each changed live page once that transaction is
    committed, for caches.
    """
    via = followers(source, group)
    if not via:
        return []
    model = type(source)
    names = fact_names(model)
    pages = model._base_manager.in_bulk([source.pk, *via])
    stored = StoredRows(names.all_relations, pages)
    keys: dict[int, RowKey] = {}
    for facts in names.rows:
        keys |= own_keys(stored.of(facts.relation, source.pk))
    differences = []
    for page_id, followed_id in via.items():
        # A page of another type in the group is not ours to change.
        if page_id in pages and followed_id in pages:
            page = pages[page_id]
            changed = _settle(names, stored, keys, pages[source.pk], page, pages[followed_id])
            if changed:
                differences.append(Difference(page, tuple(changed)))
    if not dry_run:
        for difference in differences:
            _store(difference)
        _announce(rewrite_revisions(names, stored, [d.page for d in differences], source.pk))
    return differences


def _settle(
    names: FactNames,
    stored: StoredRows,
    keys: dict[int, RowKey],
    source: Any,
    page: Any,
    followed: Any,
) -> list[str]:
    """Change ``page`` in memory, and note which rows it has and what they follow."""

    def keys_of(relation: Any, rows: list[Any]) -> dict[int, RowKey]:
        shares_keys = page.translation_key == followed.translation_key
        via_rows = stored.of(relation, followed.pk)
        keys.update(match_keys(rows, via_rows, keys, shares_keys=shares_keys))
        return keys

    changed = settle(
        names,
        source,
        page,
        originals=lambda relation: stored.of(relation, source.pk),
        rows=lambda relation: stored.of(relation, page.pk),
        keys_of=keys_of,
    )
    for relation in names.relations:
        if relation.get_accessor_name() in changed:
            stored.replace(relation, page.pk, rows_in_memory(page, relation))
    return changed


def _store(difference: Difference) -> None:
    page = difference.page
    if page.live:
        # Wagtail's page-cache key is made of it.
        page.last_published_at = timezone.now()
    page._cop_facts_settled = True
    try:
        # A plain column goes along always: a save of relations alone sends no post_save.
        page.save(update_fields=[*difference.names, "last_published_at"], clean=False)
    finally:
        del page._cop_facts_settled


def _announce(changed: list[tuple[Any, Any]]) -> None:
    for page, revision in changed:
        if page.live:
            transaction.on_commit(
                partial(
                    page_published.send,
                    sender=type(page),
                    instance=page,
                    revision=revision,
                    facts=True,
                )
            )
