"""Two versions of a page, compared in words: days, times, amounts, yes and no, languages."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.dateformat import time_format
from django.utils.formats import date_format, number_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.compare import (
    ChildRelationComparison,
    ChoiceFieldComparison,
    FieldComparison,
    TextDiff,
)

NOTHING = "–"


def words_for(field: Any, value: Any) -> str:
    """A value as a person reads it, in the active language."""
    labels = dict(getattr(field, "flatchoices", ()) or ())
    words = getattr(field, "words", None)
    if isinstance(value, list | tuple):
        named = words(value) if words else [str(labels.get(part, part)) for part in value]
        return ", ".join(named) or NOTHING
    if value is None or value == "":
        return NOTHING
    if labels and value in labels:
        return str(labels[value])
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return _formatted(value)


def _formatted(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(value, "DATETIME_FORMAT")
    if isinstance(value, date):
        # Translators: the letters of Django's "date" filter, as in "26 November 2026".
        return format_date(value, pgettext("date format", "j F Y"))
    if isinstance(value, time):
        # Translators: the letters of Django's "date" filter; in Dutch "H.i".
        return time_format(value, pgettext("time format", "H:i"))
    if isinstance(value, int | Decimal):
        whole = value == int(value)
        return number_format(value, decimal_pos=0 if whole else None, force_grouping=True)
    return str(value)


class WordsComparison(FieldComparison):
    """What a field held and holds, in words."""

    def htmldiff(self) -> str:
        before, after = (words_for(self.field, value) for value in (self.val_a, self.val_b))
        if not self.has_changed():
            return str(escape(after))
        return str(TextDiff([("deletion", before), ("addition", after)], separator=" ").to_html())


def in_words(comparison: Any) -> Any:
    """A comparison as a panel gives it, with its values, and those of rows, in words. Texts and
    chosen things read well already."""
    if not isinstance(comparison, partial):
        return comparison
    if comparison.func in (FieldComparison, ChoiceFieldComparison):
        return partial(WordsComparison, *comparison.args, **comparison.keywords)
    if comparison.func is ChildRelationComparison:
        relation, columns, *rest = comparison.args
        readable = [in_words(column) for column in columns]
        return partial(ChildRelationComparison, relation, readable, *rest, **comparison.keywords)
    return comparison
