"""What cannot be held back is told."""

from typing import Any

from django.core import checks
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.guards import SUBMIT

NO_DRAFTS = "cop_translation.W001"


def check_snippets(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Snippets that can be submitted, and that have no drafts."""
    return [
        checks.Warning(
            f"A translation of {model._meta.label} is live as soon as it is submitted.",
            hint="Let the model inherit DraftStateMixin and RevisionMixin, or add this id to "
            "SILENCED_SYSTEM_CHECKS.",
            obj=model,
            id=NO_DRAFTS,
        )
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, DraftStateMixin)
        and not is_off(SUBMIT)
    ]
