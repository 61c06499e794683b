"""Site and language of a rule: chosen where there is a choice."""

from typing import Any

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale, Site
from wagtail.snippets.views.snippets import IndexView

from cop_blocks.desk.places import working_language
from cop_blocks.editing.errors import PlainErrorsMixin
from cop_blocks.languages import content_languages, translated_name


def language_choices() -> list[tuple[str, str]]:
    """Locales by key, in the order of the settings, by their names in the active language."""
    order = list(content_languages())
    locales = [each for each in Locale.objects.all() if each.language_code in order]
    locales.sort(key=lambda each: order.index(each.language_code))
    return [(str(each.pk), translated_name(each.language_code)) for each in locales]


def site_choices() -> list[tuple[str, str]]:
    return [(str(site.pk), str(site)) for site in Site.objects.order_by("-is_default_site", "pk")]


def language_of(rule: Any) -> str:
    return translated_name(rule.locale.language_code)


LANGUAGE = Column("locale", label=gettext_lazy("Language"), accessor=language_of)
SITE = Column("site", label=gettext_lazy("Site"), accessor=lambda rule: str(rule.site))


class PlaceForm(PlainErrorsMixin, WagtailAdminModelForm):
    """Asks for site and language; not where there is only one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("site", site_choices()), ("locale", language_choices())):
            if len(choices) == 1:
                setattr(self.instance, f"{name}_id", int(choices[0][0]))
                del self.fields[name]
            else:
                self.fields[name].empty_label = None
                self.fields[name].choices = choices


class PlaceCreateMixin:
    """A new rule starts with what the address says (``words``, ``locale``, ``site``), or else on
    the default site in the language in which the editor works."""

    request: Any

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET
        sites, languages = dict(site_choices()), dict(language_choices())
        own = Locale.objects.filter(language_code=working_language(self.request.user)).first()
        site, locale = asked.get("site", ""), asked.get("locale", "")
        return {
            **super().get_initial(),  # type: ignore[misc]
            "words": asked.get("words", "")[:200],
            "site": site if site in sites else next(iter(sites), None),
            "locale": locale if locale in languages else (own and own.pk),
        }


class PlaceFilters(WagtailFilterSet):
    """By language and by site, where there is more than one."""

    locale = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"),
        choices=language_choices,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )
    site = django_filters.ChoiceFilter(
        label=gettext_lazy("Site"),
        choices=site_choices,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("site", site_choices), ("locale", language_choices)):
            if len(choices()) < 2:
                del self.filters[name]


class PlaceIndexView(IndexView):
    """A listing that names sites only where there are several."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("site", "locale")

    @cached_property
    def columns(self) -> list[Any]:
        several = len(site_choices()) > 1
        return [column for column in super().columns if several or column.name != SITE.name]
