"""Every endpoint of wagtail-localize, and who may come to it. A test tells a name without a row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from tests.blocks.facts.factories import locale
from tests.translation.rights.world import ROLES, World

NOBODY: frozenset[str] = frozenset()
ADMIN = frozenset(ROLES) - {"anonymous", "visitor"}
MODERATORS = frozenset({"moderator_en", "superuser"})
TRANSLATORS = MODERATORS | {"translator_en"}
FRENCH = frozenset({"translator_fr", "superuser"})
ANY_LANGUAGE = TRANSLATORS | FRENCH
SNIPPETS = frozenset({"snippet_editor"})
LOCALES = frozenset({"superuser"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One way to call an endpoint, and everybody who is let through."""

    name: str
    args: Callable[[World], list[Any]]
    allowed: frozenset[str]
    method: str = "get"
    data: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    label: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.name} {self.label}".strip()

    def call(self, client: Client, world: World) -> Any:
        url = reverse(self.name, args=self.args(world))
        data = self.data(world)
        if self.method == "post":
            # Otherwise some go to the dashboard when all is well.
            data |= {"next": reverse("wagtailadmin_account")}
        if self.method in ("put", "delete"):
            body, kind = urlencode(data), "application/x-www-form-urlencoded"
            return getattr(client, self.method)(url, body, content_type=kind)
        return getattr(client, self.method)(url, data)


def of(source: str, *more: Callable[[World], Any]) -> Callable[[World], list[Any]]:
    """The translation of a source of the world, by its name, and what else the URL takes."""
    return lambda world: [
        world.translation(getattr(world, source)).pk,
        *(each(world) for each in more),
    ]


def pk(source: str) -> Callable[[World], list[Any]]:
    return lambda world: [getattr(world, source).pk]


def target(source: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.target(getattr(world, source)).pk]


def snippet(name: str) -> Callable[[World], list[Any]]:
    return lambda world: ["hostpages", name, getattr(world, name).pk]


def segment(source: str) -> Callable[[World], Any]:
    return lambda world: (
        world.translation(getattr(world, source)).source.stringsegment_set.earliest("pk").pk
    )


def override(world: World) -> Any:
    return world.override.pk


def source_pk(source: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.translation(getattr(world, source)).source_id]


def into(*languages: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"locales": [str(locale(language).pk) for language in languages]}


def text(world: World) -> dict[str, Any]:
    return {"value": "Text"}


def posted(**data: Any) -> Callable[[World], dict[str, Any]]:
    return lambda world: data


def po(source: str) -> Callable[[World], dict[str, Any]]:
    from django.core.files.uploadedfile import SimpleUploadedFile

    def upload(world: World) -> dict[str, Any]:
        translation = world.translation(getattr(world, source))
        return {"file": SimpleUploadedFile("en.po", str(translation.export_po()).encode())}

    return upload


def nothing(world: World) -> list[Any]:
    return []


W = "wagtail_localize:"
CELLS = [
    Cell(f"{W}javascript_catalog", nothing, ADMIN),
    Cell(f"{W}translations_report", nothing, ADMIN),
    Cell(f"{W}translations_report_results", nothing, ADMIN),
    # Into French, since English is there.
    Cell(f"{W}submit_page_translation", pk("page"), ANY_LANGUAGE),
    Cell(f"{W}submit_page_translation", pk("page"), FRENCH, "post", into("fr"), "into fr"),
    Cell(f"{W}submit_page_translation", pk("new"), TRANSLATORS, "post", into("en"), "into en"),
    Cell(
        f"{W}submit_page_translation",
        pk("new"),
        frozenset({"superuser"}),
        "post",
        into("en", "fr"),
        "into both",
    ),
    Cell(f"{W}submit_snippet_translation", snippet("leaflet"), ANY_LANGUAGE | SNIPPETS),
    Cell(
        f"{W}submit_snippet_translation",
        snippet("leaflet"),
        FRENCH | SNIPPETS,
        "post",
        into("fr"),
        "into fr",
    ),
    Cell(
        f"{W}submit_snippet_translation",
        snippet("slogan"),
        FRENCH | SNIPPETS,
        "post",
        into("fr"),
        "without drafts",
    ),
    Cell(f"{W}update_translations", source_pk("page"), TRANSLATORS),
    Cell(f"{W}update_translations", source_pk("page"), TRANSLATORS, "post"),
    Cell(
        f"{W}update_translations",
        source_pk("page"),
        MODERATORS,
        "post",
        posted(publish_translations="on"),
        "and publish",
    ),
    Cell(
        f"{W}update_translations",
        source_pk("leaflet"),
        MODERATORS | SNIPPETS,
        "post",
        posted(publish_translations="on"),
        "snippet, and publish",
    ),
    Cell(
        f"{W}update_translations",
        source_pk("both"),
        frozenset({"superuser"}),
        "post",
        posted(use_machine_translation="on"),
        "in two languages, by a machine",
    ),
    *(
        Cell(f"{W}edit_string_translation", of(source, segment(source)), allowed, method, text)
        for source, allowed in (("page", TRANSLATORS), ("leaflet", TRANSLATORS | SNIPPETS))
        for method in ("put", "delete")
    ),
    Cell(f"{W}edit_override", of("page", override), TRANSLATORS, "put", text),
    Cell(f"{W}edit_override", of("page", override), TRANSLATORS, "delete"),
    *(
        Cell(f"{W}{name}", of(source), allowed, method, data, source)
        for source, allowed in (("page", TRANSLATORS), ("leaflet", TRANSLATORS | SNIPPETS))
        for name, method, data in (
            ("download_pofile", "get", posted()),
            ("upload_pofile", "post", po(source)),
            ("machine_translate", "post", posted()),
        )
    ),
    Cell(f"{W}preview_translation", of("page"), TRANSLATORS),
    Cell(f"{W}preview_translation", of("page", lambda world: "wide"), TRANSLATORS, label="wide"),
    Cell(f"{W}stop_translation", of("page"), MODERATORS, "post"),
    Cell(f"{W}stop_translation", of("leaflet"), MODERATORS | SNIPPETS, "post"),
    Cell(f"{W}convert_to_alias", target("page"), MODERATORS),
    Cell(f"{W}convert_to_alias", target("page"), MODERATORS, "post"),
    Cell(
        f"{W}snippets_api_listing",
        lambda world: ["hostpages", "leaflet"],
        ADMIN - {"submitter"},
    ),
    Cell(f"{W}snippets_api_detail", snippet("leaflet"), ADMIN - {"submitter"}),
    # The languages of the site: wagtail-localize brings its own views, with Wagtail's permissions.
    *(
        Cell(f"wagtaillocales:{name}", nothing, LOCALES)
        for name in ("index", "index_results", "add")
    ),
    *(
        Cell(f"wagtaillocales:{name}", lambda world: [locale("fr").pk], LOCALES)
        for name in ("edit", "copy", "delete", "usage", "history", "history_results")
    ),
]
