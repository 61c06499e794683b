"""What is asked before a session is copied."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cop_events.copying.options import Options
from cop_events.copying.run import Place
from cop_events.copying.years import next_year
from cop_events.models import SessionIndexPage

NEW = "new"


class CopySessionForm(forms.Form):
    series = forms.ChoiceField(label=gettext_lazy("Series"), widget=forms.RadioSelect)
    series_title = forms.CharField(
        label=gettext_lazy("Title of the new series"),
        max_length=255,
        required=False,
        help_text=gettext_lazy(
            "Only with “A new series”. It is made as a draft, with the texts of this one."
        ),
    )
    title = forms.CharField(label=gettext_lazy("Title of the session"), max_length=255)
    with_people = forms.BooleanField(
        label=gettext_lazy("Speakers and organisations that take part come along"), required=False
    )
    with_translations = forms.BooleanField(required=False, initial=True)

    def __init__(self, source: Any, options: Options, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = options
        series: Any = self.fields["series"]
        series.choices = [(str(pk), trail) for pk, trail in options.series.items()]
        if options.new:
            series.choices = [*series.choices, (NEW, _("A new series"))]
            self.initial.setdefault("series_title", options.new.title)
        else:
            del self.fields["series_title"]
        self.initial.setdefault("series", str(options.chosen) if options.chosen else NEW)
        self.initial.setdefault("title", next_year(source.title))
        if options.languages:
            names = ", ".join(str(locale) for locale in options.languages)
            self.fields["with_translations"].label = _(
                "Its translations come along, as drafts: %(languages)s"
            ) % {"languages": names}
        else:
            del self.fields["with_translations"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("series") == NEW and not cleaned.get("series_title", "").strip():
            self.add_error("series_title", _("Give the new series a title."))
        return cleaned

    @property
    def place(self) -> Place:
        """Where the copy goes; of a form that is valid."""
        chosen = self.cleaned_data["series"]
        new = self.options.new
        if chosen == NEW and new:
            return replace(new, title=self.cleaned_data["series_title"])
        return Place(SessionIndexPage.objects.get(pk=chosen))

    @property
    def languages(self) -> list[Any]:
        return self.options.languages if self.cleaned_data.get("with_translations") else []
