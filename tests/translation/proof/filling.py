"""Puts a word of its own into every text that an editor can type, by the definitions alone: a
field or block that is new is filled too, and one that nobody knows how to fill is an error."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import TranslatableMixin

from tests.translation.proof.words import Words

#: Gives an instance of a model, to link to.
Chosen = Callable[[Any], Any]

#: Facts in letters: names, numbers and codes, which are the same in every language.
FACTS = {
    "contact_phone": "010 123 45 67",
    "currency": "EUR",
    "external_id": "zh-1",
    "name": "Voorbeeldstad",
    "phone": "010 123 45 67",
    "place": "Zaal 2",
    "service_languages": ["nl", "en"],
    "short_name": "VS",
    "timezone": "Europe/Amsterdam",
    "venue_address": "Kade 1",
    "venue_name": "Voorbeeldhal",
}
#: The place of a page in the tree, and which language a row is in.
NO_TEXT = ("path", "language")
ADDRESS = "https://example.org/"


def text_fields(model: Any) -> Iterator[Any]:
    """Those that a person can type something into."""
    for field in model._meta.get_fields():
        is_text = isinstance(field, models.CharField | models.TextField | StreamField)
        if is_text and field.editable and not field.choices and field.name not in NO_TEXT:
            yield field


def fill(instance: Any, words: Words, chosen: Chosen, label: str = "") -> Any:
    """Fills the texts of an instance, and one row of each kind that has text."""
    label = label or instance._meta.object_name
    for field in text_fields(type(instance)):
        setattr(instance, field.name, _value(field, words, chosen, f"{label}.{field.name}"))
    for relation in rows_with_text(type(instance)):
        row = relation.related_model(locale=instance.locale)
        name = relation.get_accessor_name()
        setattr(instance, name, [fill(row, words, chosen, f"{label}.{name}")])
    return instance


def rows_with_text(model: Any) -> list[Any]:
    return [
        relation
        for relation in model._meta.get_fields()
        if isinstance(relation, models.ManyToOneRel)
        and issubclass(relation.related_model, TranslatableMixin)
        and relation.related_model._meta.app_label.startswith("cop_")
        and hasattr(model, relation.get_accessor_name() or "")
        and relation.remote_field.name == "page"
    ]


def _value(field: Any, words: Words, chosen: Chosen, place: str) -> Any:
    if field.name in FACTS:
        return FACTS[field.name]
    if isinstance(field, StreamField):
        return stream(field.stream_block, words, chosen, place)
    if isinstance(field, RichTextField):
        return rich_text(words, chosen, place)
    if isinstance(field, models.URLField):
        return ADDRESS
    if isinstance(field, models.EmailField):
        return "vraag@example.org"
    return words.new(place)


def rich_text(words: Words, chosen: Chosen, place: str) -> str:
    """As the editor stores it, with a link to a page of the site and one elsewhere."""
    from cop_blocks.base_page import Page

    word = [words.new(place) for _each in range(4)]
    return (
        f'<h3>{word[0]}</h3><p>{word[1]} <b>vet</b> <a linktype="page" id="{chosen(Page).pk}">'
        f'{word[2]}</a>.</p><ul><li>{word[3]} <a href="{ADDRESS}">daar</a></li></ul>'
    )


def stream(block: Any, words: Words, chosen: Chosen, place: str) -> list[dict[str, Any]]:
    """One of each block, as JSON holds it; in the next field with the same blocks, one."""
    names = tuple(block.child_blocks)
    if names in words.streams:
        names = ("text",)
    words.streams.add(names)
    return [
        {
            "type": name,
            "id": f"of-{name}",
            "value": of(block.child_blocks[name], words, chosen, f"{place}.{name}"),
        }
        for name in names
    ]


def of(block: Any, words: Words, chosen: Chosen, place: str) -> Any:
    """A value for a block, as JSON holds it."""

    def within(child: Any, name: str) -> Any:
        return of(child, words, chosen, f"{place}.{name}")

    match block:
        case blocks.RichTextBlock():
            return rich_text(words, chosen, place)
        case ImageBlock():
            image = chosen(block.child_blocks["image"].model_class)
            return {"image": image.pk, "alt_text": words.new(f"{place}.alt"), "decorative": False}
        case TypedTableBlock():
            (kind, cell), *_others = block.child_blocks.items()
            column = {"type": kind, "heading": words.new(f"{place}.heading")}
            row = {"values": [within(cell, "cell")]}
            return {"columns": [column], "rows": [row], "caption": words.new(f"{place}.caption")}
        case blocks.StructBlock():
            value = {name: within(child, name) for name, child in block.child_blocks.items()}
            if {"page", "url"} <= value.keys():
                value["url"] = ""  # the one or the other
            return value
        case blocks.ListBlock():
            return [{"type": "item", "id": "item", "value": within(block.child_block, "item")}]
        case blocks.StreamBlock():
            return stream(block, words, chosen, place)
        case blocks.ChooserBlock():
            return chosen(block.model_class).pk
        case blocks.URLBlock():
            return ADDRESS
        case blocks.MultipleChoiceBlock():
            return []
        case blocks.ChoiceBlock():
            return block.get_default() or _first_choice(block)
        case blocks.CharBlock() | blocks.TextBlock():
            return words.new(place)
        case blocks.IntegerBlock() | blocks.BooleanBlock():
            return block.get_default()
    raise AssertionError(f"no word for {place} ({type(block).__name__})")


def _first_choice(block: Any) -> str:
    """Of those with a value: the others stand for nothing chosen."""
    choices = block.field.choices
    return next(str(value) for value, _label in choices if value)
