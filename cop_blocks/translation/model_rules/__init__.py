"""What a model must keep to so that all of it can be translated, told by ``manage.py check``.

The rules stand in ``docs/translation.md``. Each is a warning: a site runs with a model that breaks
one, and a part of its text stays in the language of its source, or a translation fails.
"""

from collections.abc import Iterator
from typing import Any

from django.core import checks

from cop_blocks.translation.model_rules import blocks, fields, languages, panels, rows
from cop_blocks.translation.model_rules.which import translated_models


def register() -> None:
    """Called by ``AppConfig.ready()``, where wagtail-localize is installed."""
    checks.register(check_models, checks.Tags.models)
    checks.register(languages.check_languages, checks.Tags.database)


def check_models(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Every page type and snippet of the host that has translations, and ours."""
    return [
        message
        for model in translated_models()
        if app_configs is None or model._meta.app_config in app_configs
        for message in check_model(model)
    ]


def check_model(model: Any) -> Iterator[checks.CheckMessage]:
    for rule in (fields.check, panels.check, rows.check, blocks.check):
        yield from rule(model)
