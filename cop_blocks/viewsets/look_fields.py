"""How an editor chooses the look of a term: every palette and mark to see, with its name."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cop_blocks.looks.svg import mark_svg


class LookRounds(forms.RadioSelect):
    """Rounds with a picture and a name each; the first leaves it to the site."""

    #: Set by the form; a group of rounds needs a name.
    group_label: Any = ""

    @cached_property
    def media(self) -> forms.Media:
        return forms.Media(css={"all": ["cop_blocks/cop.css", "cop_blocks/admin/looks.css"]})

    def picture(self, name: str) -> SafeString:
        raise NotImplementedError

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        attrs = attrs or {}
        prefix = attrs.get("id", f"id_{name}")
        described = attrs.get("aria-describedby", "")
        rounds = format_html_join(
            "",
            '<label for="{}_{}">'
            '<input type="radio" name="{}" value="{}" id="{}_{}"{}>{} {}</label>',
            (
                (
                    prefix,
                    number,
                    name,
                    code,
                    prefix,
                    number,
                    mark_safe(" checked") if code == (value or "") else "",
                    self.picture(code) if code else "",
                    label if code else _("By itself"),
                )
                for number, (code, label) in enumerate(self.choices)
            ),
        )
        return format_html(
            '<div class="cop-looks" role="radiogroup" aria-label="{}" id="{}"{}>{}</div>',
            self.group_label,
            prefix,
            format_html(' aria-describedby="{}"', described) if described else "",
            rounds,
        )

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return ""


class PaletteRounds(LookRounds):
    def picture(self, name: str) -> SafeString:
        return format_html('<span class="cop-looks__swatch cop-palette--{}"></span>', name)


class MarkRounds(LookRounds):
    def picture(self, name: str) -> SafeString:
        return mark_svg(name)


WIDGETS: dict[str, type[LookRounds]] = {"palette": PaletteRounds, "mark": MarkRounds}
