"""The listings of organisations and people: with their picture, to filter, search and export."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.utils.translation import get_language, gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView

from cop_blocks.listings.columns import PictureColumn, with_pictures
from cop_blocks.listings.export import Exported, SafeExportMixin
from cop_blocks.listings.filters import choice, choices
from cop_blocks.listings.views import STYLE
from cop_blocks.models import Organisation, Person
from cop_blocks.terms.labels import term_labels

REGION = "region"


class RegionColumn(Column):
    """The name of a region in the editor's language; asked once for the whole listing."""

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        table = parent_context["table"]
        if not hasattr(table, "cop_region_labels"):
            table.cop_region_labels = term_labels(get_language() or "", vocabularies=[REGION])
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        code = instance.region.code if instance.region else ""
        context["value"] = table.cop_region_labels.label(REGION, code) if code else ""
        return context


def regions() -> list[tuple[str, str]]:
    """Those in which there is an organisation."""
    labels = term_labels(get_language() or "", vocabularies=[REGION])
    codes = Organisation.objects.exclude(region=None).order_by().values_list("region__code")
    named = [(code, labels.label(REGION, code)) for (code,) in codes.distinct()]
    return sorted(named, key=lambda pair: pair[1].casefold())


class OrganisationFilters(WagtailFilterSet):
    kind = choice(gettext_lazy("Kind"), Organisation.Kind.choices, None)
    level = choice(gettext_lazy("Level"), Organisation.Level.choices, None)
    region = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Region"),
        choices=regions,
        field_name="region__code",
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Organisation
        fields: list[str] = []


class OrganisationIndexView(SafeExportMixin, IndexView):
    list_display = [
        "name",
        PictureColumn("logo", lambda item: item.logo, label=gettext_lazy("Logo")),
        "kind",
        "level",
        RegionColumn("region", label=gettext_lazy("Region")),
        "website",
        UpdatedAtColumn(label=gettext_lazy("Updated")),
    ]
    exported: ClassVar[Any] = (
        Exported("name", gettext_lazy("Name"), lambda item: item.name),
        Exported("short_name", gettext_lazy("Short name"), lambda item: item.short_name),
        Exported("kind", gettext_lazy("Kind"), lambda item: item.get_kind_display()),
        Exported("level", gettext_lazy("Level"), lambda item: item.get_level_display()),
        Exported("website", gettext_lazy("Website"), lambda item: item.website),
        Exported("email", gettext_lazy("E-mail address"), lambda item: item.email),
        Exported("phone", gettext_lazy("Telephone"), lambda item: item.phone),
        Exported("kvk_number", gettext_lazy("KvK number"), lambda item: item.kvk_number),
        Exported("rsin", gettext_lazy("RSIN"), lambda item: item.rsin),
        Exported("oin", gettext_lazy("OIN"), lambda item: item.oin),
    )

    def get_base_queryset(self) -> Any:
        found = super().get_base_queryset()
        return found.select_related("region").prefetch_related(with_pictures("logo"))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["media"] += STYLE
        return context


class PersonFilters(WagtailFilterSet):
    organisation = choices(
        gettext_lazy("Organisation"),
        lambda: [
            (str(pk), name)
            for pk, name in Organisation.objects.filter(people__isnull=False)
            .distinct()
            .order_by("name")
            .values_list("pk", "name")
        ],
        "by_organisation",
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def by_organisation(self, people: Any, name: str, value: list[str]) -> Any:
        return people.filter(organisation__in=value) if value else people


def job_title(person: Person) -> str:
    return person.job_title(get_language() or "")


class PersonIndexView(SafeExportMixin, IndexView):
    list_display = [
        "name",
        PictureColumn(
            "photo", lambda item: item.photo, is_person=True, label=gettext_lazy("Photo")
        ),
        Column("job_title", label=gettext_lazy("Function"), accessor=job_title),
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        "email",
        UpdatedAtColumn(label=gettext_lazy("Updated")),
    ]
    exported: ClassVar[Any] = (
        Exported("name", gettext_lazy("Name"), lambda item: item.name),
        Exported("job_title", gettext_lazy("Function"), job_title),
        Exported("organisation", gettext_lazy("Organisation"), lambda i: str(i.organisation or "")),
        Exported("email", gettext_lazy("E-mail address"), lambda item: item.email),
        Exported("phone", gettext_lazy("Telephone"), lambda item: item.phone),
        Exported("website", gettext_lazy("Website"), lambda item: item.website),
    )

    def get_base_queryset(self) -> Any:
        found = super().get_base_queryset().select_related("organisation")
        return found.prefetch_related("texts", with_pictures("photo"))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["media"] += STYLE
        return context
