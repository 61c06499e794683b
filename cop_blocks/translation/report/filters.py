"""What the report can be narrowed by; each filter holds for every part of the rows."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cop_blocks.listings.filters import carrying, choice, choices, terms_of
from cop_blocks.models import Vocabulary
from cop_blocks.translation.report.kinds import kinds
from cop_blocks.translation.report.states import State

AGES = [
    ("7", _("More than a week")),
    ("30", _("More than a month")),
    ("90", _("More than three months")),
    ("365", _("More than a year")),
]


def languages() -> list[tuple[str, str]]:
    return [(each.language_code, str(each)) for each in Locale.objects.all()]


def named_kinds() -> list[tuple[int, str]]:
    return sorted(kinds().items(), key=lambda kind: kind[1])


def owners(request: Any) -> Any:
    users = get_user_model()
    owned = Page.objects.filter(owner__isnull=False, alias_of=None).order_by()
    return users.objects.filter(pk__in=owned.values("owner")).order_by(users.USERNAME_FIELD)


class ReportFilters(WagtailFilterSet):
    language = choices(_("Into"), languages, "by_language")
    state = django_filters.MultipleChoiceFilter(
        label=_("State"),
        choices=State.choices,
        method="by_state",
        widget=forms.CheckboxSelectMultiple,
    )
    kind = choices(_("Type"), named_kinds, "by_kind")
    theme = choices(_("Theme"), terms_of("theme"), "by_theme")
    owner = django_filters.ModelChoiceFilter(
        label=_("Owner of the source"), queryset=owners, method="by_owner"
    )
    age = choice(_("Waits"), AGES, "by_age")

    class Meta:
        model = Translation
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not Vocabulary.objects.filter(code="theme").exists():
            del self.filters["theme"]

    def by_language(self, part: Any, name: str, value: list[str]) -> Any:
        locales = Locale.objects.filter(language_code__in=value).values("pk")
        return part.filter(cop_target__in=locales) if value else part

    def by_state(self, part: Any, name: str, value: list[str]) -> Any:
        return part.filter(cop_state_is__in=value) if value else part

    def by_kind(self, part: Any, name: str, value: list[str]) -> Any:
        return part.filter(cop_kind__in=value) if value else part

    def by_theme(self, part: Any, name: str, value: list[str]) -> Any:
        pages = Page.objects.filter(pk__in=carrying("theme", value))
        return part.filter(cop_key__in=pages.values("translation_key")) if value else part

    def by_owner(self, part: Any, name: str, value: Any) -> Any:
        pages = Page.objects.filter(owner=value)
        return part.filter(cop_key__in=pages.values("translation_key")) if value else part

    def by_age(self, part: Any, name: str, value: str) -> Any:
        return part.filter(cop_since__lt=timezone.now() - timedelta(days=int(value)))
