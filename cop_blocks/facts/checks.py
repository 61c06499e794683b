"""Wrong set-up of facts, told by ``manage.py check``."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections, router
from wagtail.admin.panels import InlinePanel

from cop_blocks import base_page
from cop_blocks.facts.forms import FactsPageForm
from cop_blocks.facts.names import FactNames, UnknownFact, fact_names
from cop_blocks.facts.page_types import page_types
from cop_blocks.facts.panels import FactsPanel

UNKNOWN_FACT = "cop_blocks.E101"
PANEL_OUTSIDE = "cop_blocks.E102"
FORM_WITHOUT_FACTS = "cop_blocks.E103"
SQLITE_DEFERRED = "cop_blocks.W101"


def register() -> None:
    """Called by ``AppConfig.ready()``."""
    checks.register(check_page_types, checks.Tags.models)
    checks.register(check_sqlite, checks.Tags.models)


def check_page_types(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Every fact exists, and no form shows one where a translation could change it."""
    found: list[checks.CheckMessage] = []
    for model in page_types():
        if app_configs is None or model._meta.app_config in app_configs:
            found.extend(check_page_type(model))
    return found


def check_page_type(model: Any) -> Iterator[checks.CheckMessage]:
    try:
        names = fact_names(model)
    except UnknownFact as error:
        yield checks.Error(
            f"{model.__name__}.facts names {str(error)!r}, which it does not have.",
            hint="Name a field, a child relation, or a column of its rows ('rows.column').",
            obj=model,
            id=UNKNOWN_FACT,
        )
        return
    handler = model.get_edit_handler()
    forms = (
        handler.base_form_class or model.base_form_class,
        getattr(model, "api_base_form_class", None),
    )
    for form in forms:
        if form is not None and not issubclass(form, FactsPageForm):
            yield checks.Error(
                f"The form of {model.__name__} lets translations change facts.",
                hint=f"class {form.__name__}(FactsPageForm): ...",
                obj=model,
                id=FORM_WITHOUT_FACTS,
            )
    for relation_name in _relations_outside(handler, names):
        yield checks.Error(
            f"The panel of {model.__name__}.{relation_name} is outside a FactsPanel: "
            "the edit form of a translation would fail.",
            hint=f'FactsPanel([InlinePanel("{relation_name}")], heading=...)',
            obj=model,
            id=PANEL_OUTSIDE,
        )


def _relations_outside(panel: Any, names: FactNames) -> Iterator[str]:
    if panel is None or isinstance(panel, FactsPanel):
        return
    children = getattr(panel, "children", None)
    if children is not None:
        for child in children:
            yield from _relations_outside(child, names)
        return
    if isinstance(panel, InlinePanel) and panel.db_field in names.relations:
        yield panel.relation_name


def check_sqlite(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """On SQLite, of two languages that are published at once one fails without IMMEDIATE."""
    alias = router.db_for_write(base_page.Page)
    connection = connections[alias]
    if (
        not getattr(settings, "WAGTAIL_I18N_ENABLED", False)
        or connection.vendor != "sqlite"
        or connection.settings_dict.get("OPTIONS", {}).get("transaction_mode") == "IMMEDIATE"
    ):
        return []
    return [
        checks.Warning(
            "Two translations that are published at the same moment: one of them fails with "
            "'database is locked'.",
            hint=f'DATABASES["{alias}"]["OPTIONS"] = {{"transaction_mode": "IMMEDIATE"}}',
            id=SQLITE_DEFERRED,
        )
    ]
