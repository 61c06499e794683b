"""Panels of facts: as usual on the source, to read on its translations."""

import copy
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, Panel

from cop_blocks.editing.comparing import in_words, words_for
from cop_blocks.editing.rules import without_rules
from cop_blocks.facts.names import FactNames, fact_names
from cop_blocks.facts.rows import rows_in_memory
from cop_blocks.facts.waiting import WaitingRows, waiting_rows


class FactsPanel(MultiFieldPanel):
    """A group of panels of facts: read-only on a translation, with a link to the source.

    Every ``InlinePanel`` of a fact belongs in one (a system check tells). It may hold other
    panels, groups and rows with text too: what is no fact stays editable.
    """

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "cop_blocks/facts/panel.html"

        def get_comparison(self) -> list[Any]:
            return [in_words(comparison) for comparison in super().get_comparison()]

        @cached_property
        def facts_source(self) -> Any:
            # There is no form in a comparison; a foreign form knows no source.
            return getattr(self.form, "facts_source", None)

        @cached_property
        def children(self) -> list[Any]:
            if self.facts_source is None:
                return list(super().children)
            names = fact_names(self.panel.model)
            return [
                read_only(child, names).get_bound_panel(
                    instance=self.instance,
                    request=self.request,
                    form=self.form,
                    prefix=f"{self.prefix}-child-{identifier}",
                )
                for child, identifier in zip(
                    self.panel.children, self.panel.child_identifiers, strict=True
                )
            ]

        @cached_property
        def source_url(self) -> str | None:
            """Where the facts are edited, for a user who may."""
            source = self.facts_source
            if not source.permissions_for_user(self.request.user).can_edit():
                return None
            return reverse("wagtailadmin_pages:edit", args=[source.pk])

        @cached_property
        def waiting(self) -> list[tuple[str, WaitingRows]]:
            """For each panel of rows with text here: what the translator has not caught up with."""
            headings = {
                panel.relation_name: panel.heading
                for panel in self.panel.children
                if isinstance(panel, InlinePanel)
            }
            if not headings:
                return []
            return [
                (headings[rows.relation], rows)
                for rows in waiting_rows(self.instance, self.facts_source)
                if rows.relation in headings
            ]


class ReadOnlyRows(Panel):
    """What an ``InlinePanel`` shows where its rows cannot be edited."""

    def __init__(self, inline: Any) -> None:
        super().__init__(heading=inline.heading, help_text=inline.help_text, icon=inline.icon)
        self.inline = inline
        self.model = inline.model

    class BoundPanel(Panel.BoundPanel):
        template_name = "cop_blocks/facts/rows.html"

        @cached_property
        def rows(self) -> list[list[tuple[str, Any]]]:
            """Each row as pairs of a label and a value."""
            fields = list(_field_panels(self.panel.inline.child_edit_handler))
            return [
                [(_label(field), _value(field, row)) for field in fields]
                for row in rows_in_memory(self.instance, self.panel.inline.db_field)
            ]


def read_only(panel: Any, names: FactNames) -> Any:
    """``panel`` with the facts in it to read; what is no fact is left as it is."""
    if isinstance(panel, InlinePanel):
        if panel.db_field in names.relations:
            return ReadOnlyRows(panel)
        columns = {
            column.name
            for facts in names.rows
            if facts.relation == panel.db_field
            for column in facts.columns
        }
        shown = copy.copy(panel)
        shown.__dict__["child_edit_handler"] = _read_only_fields(panel.child_edit_handler, columns)
        return shown
    if hasattr(panel, "children"):
        group = _always_there(panel)
        group.children = [read_only(child, names) for child in panel.children]
        return group
    return _read_only_fields(panel, {field.name for field in names.columns})


def _read_only_fields(panel: Any, field_names: set[str]) -> Any:
    shown = _always_there(panel)
    if hasattr(panel, "children"):
        shown.children = [_read_only_fields(child, field_names) for child in panel.children]
    elif isinstance(panel, FieldPanel) and panel.field_name in field_names:
        shown.read_only = True
        shown.format_value_for_display = partial(shown_value, shown)
    return shown


def _always_there(panel: Any) -> Any:
    """A copy without the rules by which it comes and goes: the fields that they name are not on
    the form of a translation."""
    shown = copy.copy(panel)
    shown.attrs = without_rules(panel.attrs)
    return shown


def _field_panels(panel: Any) -> Any:
    if isinstance(panel, FieldPanel):
        yield panel
    for child in getattr(panel, "children", ()):
        yield from _field_panels(child)


def _label(panel: Any) -> str:
    return str(panel.heading or capfirst(panel.db_field.verbose_name))


def _value(panel: Any, row: Any) -> Any:
    return shown_value(panel, getattr(row, panel.field_name))


def shown_value(panel: Any, value: Any) -> Any:
    """A value as a person reads it. Wagtail's own way makes a form field to ask it for its choices,
    and forgets that nothing, yes and no are words too."""
    if value is None or isinstance(value, str | bool | int | Decimal | date | time | list | tuple):
        return words_for(panel.db_field, value)
    return Panel.format_value_for_display(panel, value)
