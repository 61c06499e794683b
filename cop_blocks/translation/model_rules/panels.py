"""Text that no form shows cannot be emptied, and its translation never gets to 100 %."""

from collections.abc import Iterator
from typing import Any

from django.core import checks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from cop_blocks.translation.model_rules.which import is_text, row_models, translated

WITHOUT_PANEL = "cop_translation.W011"


def check(model: Any) -> Iterator[checks.CheckMessage]:
    handler = _edit_handler(model)
    if handler is None:
        return
    shown = set(_shown(handler))
    texts = [name for name, field in translated(model).items() if is_text(field)]
    for relation, row in row_models(model).items():
        texts += [f"{relation}.{name}" for name, field in translated(row).items() if is_text(field)]
    for name in texts:
        if name not in shown:
            yield checks.Warning(
                f"{model.__name__}.{name} is text without a panel: translators are asked for it, "
                "and no form shows it.",
                hint=f"Add FieldPanel({_column(name)!r}), or leave it out of translation: "
                f"override_translatable_fields = [SynchronizedField({_column(name)!r})].",
                obj=model,
                id=WITHOUT_PANEL,
            )


def _column(name: str) -> str:
    return name.rpartition(".")[2]


def _edit_handler(model: Any) -> Any:
    if issubclass(model, Page):
        return model.get_edit_handler()
    if model in get_snippet_models():
        return model.snippet_viewset.get_edit_handler()
    return None


def _shown(panel: Any) -> Iterator[str]:
    """``title``, and ``steps.title`` for what is edited in rows."""
    if isinstance(panel, InlinePanel):
        for name in _shown(panel.child_edit_handler):
            yield f"{panel.relation_name}.{name}"
    elif isinstance(panel, FieldPanel):
        yield panel.field_name
    for child in getattr(panel, "children", None) or ():
        yield from _shown(child)
