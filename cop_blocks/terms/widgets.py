"""How terms are chosen in the admin. The widgets write their boxes themselves: a template for each
box makes a form with many terms six times slower."""

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminTagWidget

from cop_blocks.terms.choices import Choice
from cop_blocks.terms.words import join_words


class TermWidget(forms.Widget):
    """What the widgets share; ``offer`` and ``group_label`` are set by the form."""

    offer: Iterable[Choice] = ()
    group_label = ""

    def label_of(self, choice: Choice) -> str:
        return (
            _("%(term)s (retired)") % {"term": choice.label} if choice.is_retired else choice.label
        )


class TermBoxes(TermWidget):
    """Boxes to tick, or rounds of which one can be chosen; what lies within a term stands
    indented below it."""

    input_type = "checkbox"

    @cached_property
    def media(self) -> forms.Media:
        return forms.Media(css={"all": ["cop_blocks/admin/terms.css"]})

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(value or ("",))
        attrs = dict(attrs or {})
        prefix = attrs.pop("id", f"id_{name}")
        # Not allowed on a group; the error stands beside it.
        attrs.pop("aria-invalid", None)
        boxes = format_html_join(
            "",
            '<li class="cop-terms__item cop-terms__item--{}"><label for="{}_{}">'
            '<input type="{}" name="{}" value="{}" id="{}_{}"{}> {}</label></li>',
            (
                (
                    min(choice.depth, 6),
                    prefix,
                    number,
                    self.input_type,
                    name,
                    choice.code,
                    prefix,
                    number,
                    mark_safe(" checked") if choice.code in chosen else "",
                    self.label_of(choice),
                )
                for number, choice in enumerate(self.shown())
            ),
        )
        return format_html(
            '<div class="cop-terms" role="{}" aria-label="{}" id="{}"{}><ul>{}</ul></div>',
            "radiogroup" if self.input_type == "radio" else "group",
            self.group_label,
            prefix,
            flatatt(attrs),
            boxes,
        )

    def shown(self) -> list[Choice]:
        return list(self.offer)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        getter = getattr(data, "getlist", None)
        values = getter(name) if getter else data.get(name) or []
        return [values] if isinstance(values, str) else list(values)

    def use_required_attribute(self, initial: Any) -> bool:
        return False

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return ""


class TermRounds(TermBoxes):
    """One of a few."""

    input_type = "radio"

    def shown(self) -> list[Choice]:
        """With a round for no term: one that is chosen cannot be taken back otherwise."""
        none = [] if self.is_required else [Choice(0, "", _("None"), 0, False)]
        return [*none, *self.offer]


class TermSelect(TermWidget, forms.Select):
    """One of many."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(value or ())
        options = format_html_join(
            "",
            '<option value="{}"{}>{}{}</option>',
            (
                (
                    choice.code,
                    mark_safe(" selected") if choice.code in chosen else "",
                    "\N{NO-BREAK SPACE}" * 4 * choice.depth,
                    self.label_of(choice),
                )
                for choice in self.offer
            ),
        )
        return format_html(
            '<select name="{}"{}><option value="">{}</option>{}</select>',
            name,
            flatatt({**self.attrs, **(attrs or {})}),
            _("None"),
            options,
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        value = data.get(name)
        return [value] if value else []


class TermWords(AdminTagWidget):
    """Words to type, completed from the terms that are there."""

    def __init__(self, vocabulary_code: str, *args: Any, **kwargs: Any) -> None:
        self.vocabulary_code = vocabulary_code
        super().__init__(*args, **kwargs)

    def format_value(self, value: Any) -> str | None:
        if value is not None and not isinstance(value, str):
            value = join_words(value)
        formatted: str | None = forms.TextInput.format_value(self, value)
        return formatted

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        attrs = context["widget"]["attrs"]
        attrs["data-w-tag-url-value"] = reverse("cop_blocks_words", args=[self.vocabulary_code])
        attrs["data-w-tag-options-value"] = json.dumps(
            {"allowSpaces": True, "tagLimit": None, "autocompleteOnly": False}
        )
        context["widget"]["help_text"] = _("Separate words by a comma.")
        return context
