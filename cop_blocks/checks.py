"""Wrong set-up of a host, told by ``manage.py check``."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import router
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from wagtail.admin.viewsets import viewsets
from wagtail.hooks import search_for_hooks

from cop_blocks.base_page import PAGE_MODEL
from cop_blocks.conf import base_template
from cop_blocks.listings.registry import listings
from cop_blocks.tables import has_table
from cop_blocks.validators import RESERVED_CODES

LOCALIZE_AND_OWN_BASE = "cop_blocks.E001"
SETTINGS_APP_MISSING = "cop_blocks.E002"
TABLE_EDITOR_MISSING = "cop_blocks.E003"
LISTING_TOO_LATE = "cop_blocks.E004"
NO_BASE_TEMPLATE = "cop_blocks.W001"
RESERVED_CODE = "cop_blocks.W002"


def register() -> None:
    """Called by ``AppConfig.ready()``."""
    checks.register(check_apps)
    checks.register(check_listings)
    checks.register(check_base_template, checks.Tags.templates)
    checks.register(check_vocabulary_codes, checks.Tags.database)


def check_apps(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """The apps that we need are there, and none that breaks what the host has."""
    found: list[checks.CheckMessage] = []
    if apps.is_installed("wagtail_localize") and PAGE_MODEL.lower() != "wagtailcore.page":
        # It names wagtailcore.Page in many places; saving a translation raises "has been swapped".
        found.append(
            checks.Error(
                "wagtail-localize does not work with a base page of your own "
                f"(WAGTAIL_PAGE_MODEL is {PAGE_MODEL}).",
                hint='Replace "wagtail_localize" and "wagtail_localize.locales" in INSTALLED_APPS '
                'by "wagtail.contrib.simple_translation" and "wagtail.locales".',
                id=LOCALIZE_AND_OWN_BASE,
            )
        )
    if not apps.is_installed("wagtail.contrib.settings"):
        found.append(
            checks.Error(
                "The organiser and the contact of a site are kept by wagtail.contrib.settings, "
                "which is not installed.",
                hint='Add "wagtail.contrib.settings" to INSTALLED_APPS.',
                id=SETTINGS_APP_MISSING,
            )
        )
    if not apps.is_installed("wagtail.contrib.typed_table_block"):
        found.append(
            checks.Error(
                "Tables in a page's text are edited by wagtail.contrib.typed_table_block, which is "
                "not installed.",
                hint='Add "wagtail.contrib.typed_table_block" to INSTALLED_APPS.',
                id=TABLE_EDITOR_MISSING,
            )
        )
    return found


def check_listings(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Each listing has its screens. Wagtail asks for them while it makes its snippets ready, and
    never again."""
    search_for_hooks()
    there = {type(viewset) for viewset in viewsets.viewsets}
    return [
        checks.Error(
            f"The app of {listing.__module__}.{listing.__qualname__} stands too low in "
            "INSTALLED_APPS: Wagtail has collected the screens of its admin before.",
            hint='Move it, and "cop_blocks", above "wagtail.snippets".',
            id=LISTING_TOO_LATE,
        )
        for listing in listings()
        if listing not in there
    ]


def check_base_template(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """The template that ours extend exists."""
    name = base_template()
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return [
            checks.Warning(
                f"Our pages extend the template {name!r}, which there is not.",
                hint='Set COP_BASE_TEMPLATE to your own, which has a block "content".',
                id=NO_BASE_TEMPLATE,
            )
        ]
    except TemplateSyntaxError:
        # Django's own check of templates, or the first page, tells what is wrong in it.
        return []
    return []


def check_vocabulary_codes(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """No vocabulary has a code that addresses need: made past its form, or before there was one."""
    from cop_blocks.models import Vocabulary

    using = router.db_for_read(Vocabulary)
    if using not in (databases or ()) or not has_table(Vocabulary, using):
        return []
    taken = Vocabulary.objects.using(using).filter(code__in=RESERVED_CODES)
    return [
        checks.Warning(
            f"The vocabulary “{code}” has a code with a meaning of its own in web addresses, so it "
            "is no filter.",
            hint="Give it another code in manage.py shell, and let its terms follow: "
            "from cop_blocks.models import Vocabulary; "
            f'v = Vocabulary.objects.get(code="{code}"); v.code = "another-code"; v.save(); '
            "[term.save() for term in v.terms.all()]. Then run manage.py cop_search_rebuild.",
            id=RESERVED_CODE,
        )
        for code in taken.order_by("code").values_list("code", flat=True)
    ]
