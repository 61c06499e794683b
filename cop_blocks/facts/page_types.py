"""The page types of a host that have facts."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from cop_blocks import base_page
from cop_blocks.facts.mixin import FactsMixin


def page_types() -> Iterator[Any]:
    """Every concrete page class with ``FactsMixin``."""
    for model in apps.get_models():
        if issubclass(model, FactsMixin) and issubclass(model, base_page.Page):
            yield model
