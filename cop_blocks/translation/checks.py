"""Wrong set-up, told by ``manage.py check``."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks

from cop_blocks.translation import conf, seams

LOCALIZE_MISSING = "cop_translation.E001"
UPSTREAM_MOVED = "cop_translation.E002"
NOT_YET_MISSING = "cop_translation.W050"

NOT_YET_MIDDLEWARE = "cop_blocks.translation.visitors.answer.NotYetMiddleware"


def register() -> None:
    """Called by ``AppConfig.ready()``."""
    checks.register(check_localize)
    checks.register(check_seams)
    checks.register(check_not_yet)


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


def check_not_yet(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Who asks for a page that is not there in a language is told so by a middleware."""
    if not conf.tells_not_yet() or NOT_YET_MIDDLEWARE in settings.MIDDLEWARE:
        return []
    return [
        checks.Warning(
            "A page that is not there in a language yet answers “not found”, without the way to "
            "the language in which it is.",
            hint=f'Add "{NOT_YET_MIDDLEWARE}" to MIDDLEWARE, before Wagtail’s RedirectMiddleware, '
            "or set COP_TRANSLATION_NOT_YET = False.",
            id=NOT_YET_MISSING,
        )
    ]
