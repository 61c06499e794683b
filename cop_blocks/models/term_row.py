"""The rows by which pages of any type carry terms."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ChildObjectsDescriptor, ParentalKey
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data
from taggit.models import ItemBase

from cop_blocks.base_page import PAGE_MODEL
from cop_blocks.models.term import Term


class TermRowsDescriptor(ChildObjectsDescriptor):
    """Looks up the terms of all rows that come from a stored version of a page at once."""

    def __set__(self, instance: Any, value: Iterable["TermRow"]) -> None:
        super().__set__(instance, with_current_terms(value))


class TermRowKey(ParentalKey):
    """A parental key whose rows are checked together; migrations see a plain one."""

    related_accessor_class = TermRowsDescriptor

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalKey", args, kwargs


class TermRow(ItemBase):
    """One term on one page. It points at the base page, so pages of any type carry terms."""

    # Wagtail leaves ItemBase out of its reference index: a term's "used by" would be stale.
    wagtail_reference_index_ignore = False
    # ItemBase.natural_key() raises without.
    natural_key_fields = ["content_object_id", "tag_id"]

    content_object = TermRowKey(
        PAGE_MODEL, related_name="cop_term_rows", on_delete=models.CASCADE, verbose_name=_("page")
    )
    tag = models.ForeignKey(
        Term, related_name="rows", on_delete=models.CASCADE, verbose_name=_("term")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["sort_order"]
        verbose_name = _("term of a page")
        verbose_name_plural = _("terms of pages")
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], name="cop_blocks_one_row_per_term"
            )
        ]

    @classmethod
    def tag_relname(cls) -> str:
        return "tag"

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> "TermRow":
        """A row of a stored version. Its term is looked up with those of the other rows: one by
        one takes two queries a row."""
        row: TermRow = model_from_serializable_data(cls, data, check_fks=False)
        row.term_is_unchecked = check_fks
        return row

    #: Set on rows of a stored version until their terms have been looked up.
    term_is_unchecked = False

    def serializable_data(self) -> dict[str, Any]:
        self._keep_new_word()
        data: dict[str, Any] = get_serializable_data_for_fields(self)
        return data

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._keep_new_word()
        super().save(*args, **kwargs)

    def _keep_new_word(self) -> None:
        """A new word becomes a term when a page that carries it is stored, not when it is
        previewed."""
        if self.tag_id is None and "tag" in self._state.fields_cache:
            self.tag = self.tag.kept()


def with_current_terms(rows: Iterable[TermRow]) -> list[TermRow]:
    """``rows`` without those whose term is gone, and with successors in place of merged terms.

    Only rows that come from a stored version are looked at, in one query.
    """
    rows = list(rows)
    unchecked = {row.tag_id for row in rows if row.term_is_unchecked}
    if not unchecked:
        return rows
    terms = {
        term.pk: term
        for term in Term.objects.filter(pk__in=unchecked).select_related(
            "vocabulary", "successor__vocabulary"
        )
    }
    current: list[TermRow] = []
    carried = {row.tag_id for row in rows if not row.term_is_unchecked}
    for row in rows:
        if row.term_is_unchecked:
            term = terms.get(row.tag_id)
            if term and term.is_merged and term.successor:
                term = term.successor
            if term is None or term.pk in carried:
                continue
            carried.add(term.pk)
            row.tag = term
            row.term_is_unchecked = False
        current.append(row)
    return current
