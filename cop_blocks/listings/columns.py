"""Columns that the listings of pages and of snippets share."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.images import get_image_model

#: The size in which pictures are made for a listing, as a filter of Wagtail's images.
PICTURE = "max-160x120"


class PictureColumn(BaseColumn):
    """A small picture; ``image`` gives the image of an item, or ``None``. Have it fetched along
    (see :func:`with_pictures`). It says nothing that the row does not say, so it has no text."""

    cell_template_name = "cop_blocks/listings/picture_cell.html"

    def __init__(
        self, name: str, image: Callable[[Any], Any], *, is_person: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(name, **{"width": "5rem", **kwargs})
        self.image = image
        self.is_person = is_person

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "image": self.image(instance)}


class NamesColumn(Column):
    """The names of organisations, behind the first logo that there is among them. ``organisations``
    gives those of an item; have their logos fetched along."""

    cell_template_name = "cop_blocks/listings/names_cell.html"

    def __init__(self, name: str, organisations: Callable[[Any], list[Any]], **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.organisations = organisations

    def get_value(self, instance: Any) -> str:
        return names(self.organisations(instance))

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        found = self.organisations(instance)
        logo = next((organisation.logo for organisation in found if organisation.logo_id), None)
        return {**context, "image": logo}


def names(organisations: list[Any]) -> str:
    return ", ".join(organisation.name for organisation in organisations)


def with_pictures(lookup: str) -> Any:
    """Fetches the images behind ``lookup`` ("logo") with the pictures made of them."""
    images: Any = get_image_model()._default_manager
    return Prefetch(lookup, queryset=images.prefetch_renditions(PICTURE))
