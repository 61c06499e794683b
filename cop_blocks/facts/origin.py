"""Who owns the facts of a group of translations: its source."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale

from cop_blocks import base_page
from cop_blocks.models.facts import FactsOrigin


def group_of(page: Any, *, lock: bool = False) -> list[Any]:
    """The base rows of all translations of ``page``, itself included where it is stored.

    An alias brings its original, whatever group that is in. ``lock`` keeps others from storing any
    of these rows until the transaction ends: two languages published at once would each keep
    what the other is about to change. One query.
    """
    which = Q(translation_key=page.translation_key)
    if page.alias_of_id:
        which |= Q(pk=page.alias_of_id)
    rows = annotated(base_page.Page._base_manager.filter(which)).order_by("pk")
    return list(rows.select_for_update() if lock else rows)


def annotated(rows: Any) -> Any:
    """Base rows with what decides who owns: where their group began, and their language."""
    return rows.annotate(
        cop_origin_id=Subquery(
            FactsOrigin.objects.filter(translation_key=OuterRef("translation_key")).values(
                "locale_id"
            )
        ),
        cop_language=Subquery(
            Locale.objects.filter(pk=OuterRef("locale_id")).values("language_code")
        ),
    )


def source_in(group: Iterable[Any], page: Any) -> Any | None:
    """The row of ``group`` that ``page`` takes its facts from; ``None``: it owns them itself."""
    if page.alias_of_id:
        return next((row for row in group if row.pk == page.alias_of_id), None)
    chosen = owner_of(row for row in group if row.translation_key == page.translation_key)
    return None if chosen is None or chosen.pk == page.pk else chosen


def owner_of(rows: Iterable[Any]) -> Any | None:
    """Of the (annotated) rows of one group the one that owns the facts.

    That is the language in which the group began, else the default language, else the oldest.
    An alias of a translation never owns facts; an alias of a page elsewhere may, so that the
    translations of such an alias follow what it follows.
    """
    rows = list(rows)
    ids = {row.pk for row in rows}
    default = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    return min(
        (row for row in rows if row.alias_of_id not in ids),
        key=lambda row: (row.cop_origin_id != row.locale_id, row.cop_language != default, row.pk),
        default=None,
    )


def facts_source(page: Any) -> Any | None:
    """The page (its base row) whose facts ``page`` shows, or ``None`` where it owns its facts.

    That is the original of an alias, and for a translation the page in the language in which the
    group began, else in the default language, else the oldest. One query.
    """
    return source_in(group_of(page), page)


def owns_facts() -> Any:
    """A condition for a queryset of pages: the facts of the page are edited on it.

    By what was written down when the group got its first translation; :func:`facts_source` also
    knows what to do where that is missing.
    """
    written = FactsOrigin.objects.filter(translation_key=OuterRef("translation_key"))
    elsewhere = written.exclude(locale=OuterRef("locale"))
    return Q(alias_of__isnull=True) & ~Exists(elsewhere)


def facts_sources(pages: Iterable[Any]) -> dict[int, Any]:
    """Page id -> the page whose facts it shows, for those that do not own their facts. One query,
    however many pages."""
    pages = list(pages)
    which = Q(translation_key__in={page.translation_key for page in pages}) | Q(
        pk__in={page.alias_of_id for page in pages if page.alias_of_id}
    )
    rows = list(annotated(base_page.Page._base_manager.filter(which)).order_by("pk"))
    found = {page.pk: source_in(rows, page) for page in pages}
    return {pk: source for pk, source in found.items() if source is not None}


def is_facts_translation(page: Any) -> bool:
    """Whether the facts of ``page`` are edited on another page. One query."""
    return facts_source(page) is not None


def remember_origin(target: Any) -> None:
    """Write down the source of the group that ``target`` was just added to.

    Written at the first translation. Again only when the language that was written down is no
    longer there (its page was deleted): or the page that gives it back would take over.
    """
    group = [row for row in group_of(target) if row.pk != target.pk]
    owner = owner_of(row for row in group if row.translation_key == target.translation_key)
    if owner is not None and owner.cop_origin_id != owner.locale_id:
        FactsOrigin.objects.update_or_create(
            translation_key=owner.translation_key, defaults={"locale_id": owner.locale_id}
        )
