"""Blocks whose text wagtail-localize does not see."""

from collections.abc import Iterator
from typing import Any

from django.core import checks
from wagtail import blocks
from wagtail.fields import RichTextField

from cop_blocks.translation.model_rules.which import row_models, translated

UNSEEN = "cop_translation.W012"

#: By their dotted paths: their apps need not be installed.
_TABLES = {
    "wagtail.contrib.table_block.blocks.TableBlock",
    "wagtail.contrib.typed_table_block.blocks.BaseTypedTableBlock",
}


def check(model: Any) -> Iterator[checks.CheckMessage]:
    for place, field in _fields(model):
        if isinstance(field, RichTextField):
            if _may_hold_images(field.features):
                yield _message(model, place, *_IMAGES)
        elif hasattr(field, "stream_block"):
            for path, why, hint in _unseen(field.stream_block, place, ()):
                yield _message(model, path, why, hint)


_IMAGES = (
    "is rich text that may hold images, whose alternative texts are not translated",
    'Leave "image" out of its features, and offer wagtail.images.blocks.ImageBlock beside it.',
)


def _fields(model: Any) -> Iterator[tuple[str, Any]]:
    yield from translated(model).items()
    for relation, row in row_models(model).items():
        for name, field in translated(row).items():
            yield f"{relation}.{name}", field


def _unseen(block: Any, path: str, above: tuple[Any, ...]) -> Iterator[tuple[str, str, str]]:
    if block in above or hasattr(block, "get_translatable_segments"):
        return
    classes = {f"{each.__module__}.{each.__qualname__}" for each in type(block).__mro__}
    if isinstance(block, blocks.RawHTMLBlock):
        yield path, "is raw HTML, which is not translated", "Use a RichTextBlock."
    elif classes & _TABLES:
        hint = "Use cop_blocks.streamfield.blocks.table.TableBlock."
        yield path, "is a table whose cells are not translated", hint
    elif isinstance(block, blocks.RichTextBlock) and _may_hold_images(block.features):
        yield path, *_IMAGES
    children = getattr(block, "child_blocks", {}).items()
    if hasattr(block, "child_block"):
        children = [("item", block.child_block)]
    for name, child in children:
        yield from _unseen(child, f"{path}.{name}", (*above, block))


def _may_hold_images(features: Any) -> bool:
    if features is None:
        from wagtail.rich_text import features as registry

        features = registry.get_default_features()
    return "image" in features


def _message(model: Any, path: str, why: str, hint: str) -> checks.CheckMessage:
    return checks.Warning(f"{model.__name__}.{path} {why}.", hint=hint, obj=model, id=UNSEEN)
