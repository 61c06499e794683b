"""Wrong set-up, told by ``manage.py check``."""

from typing import Any

from django.apps import apps
from django.core import checks

from cop_blocks.translation import seams

LOCALIZE_MISSING = "cop_translation.E001"
UPSTREAM_MOVED = "cop_translation.E002"


def register() -> None:
    """Called by ``AppConfig.ready()``."""
    checks.register(check_localize)
    checks.register(check_seams)


def check_localize(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    if apps.is_installed("wagtail_localize"):
        return []
    return [
        checks.Error(
            "cop_blocks.translation guards wagtail-localize, which is not installed.",
            hint='Add "wagtail_localize" and "wagtail_localize.locales" to INSTALLED_APPS, '
            'or take "cop_blocks.translation" out.',
            id=LOCALIZE_MISSING,
        )
    ]


def check_seams(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Each place of Wagtail and wagtail-localize that a guard reaches into is still there."""
    return [
        checks.Error(
            f"{target} is not there any more ({problem}): a guard of translations does not hold.",
            hint="Use versions of Wagtail and wagtail-localize that this version supports, or name "
            "the guard in COP_TRANSLATION_GUARDS_OFF.",
            id=UPSTREAM_MOVED,
        )
        for target, problem in seams.MISSING.items()
    ]
