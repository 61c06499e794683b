"""The signal by which the source of a group of translations is remembered."""

from typing import Any

from wagtail.signals import copy_for_translation_done

from cop_blocks.facts.mixin import FactsMixin
from cop_blocks.facts.origin import remember_origin


def _translation_made(sender: Any, source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    # simple_translation and wagtail-localize both send it; parents may come as plain pages.
    if isinstance(getattr(target_obj, "specific", None), FactsMixin):
        remember_origin(target_obj)


def connect() -> None:
    """Called by ``AppConfig.ready()``."""
    copy_for_translation_done.connect(_translation_made, dispatch_uid="cop_blocks.facts.origin")
