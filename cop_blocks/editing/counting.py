"""A line below a field that counts its characters while an editor types."""

from typing import Any

from django.forms import Media
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.staticfiles import versioned_static
from wagtail.models.panels import PanelPlaceholder

from cop_blocks.base_page import Page

#: From here on a title is cut off in search results and makes cards uneven.
LONG_TITLE = 70


def counted(limit: int, *, is_advice: bool = False) -> dict[str, Any]:
    """The attributes of a panel whose field has at most ``limit`` characters, or should have."""
    attrs: dict[str, Any] = {
        "data-cop-limit": limit,
        "data-cop-count": _("{count} of {limit} characters"),
        "data-cop-over": _("{over} too many"),
    }
    if is_advice:
        attrs |= {
            "data-cop-soft": True,
            "data-cop-count": _("{count} characters; at most {limit} reads best"),
            "data-cop-over": _("{over} more than reads well"),
        }
    return attrs


class _CountedMixin:
    @property
    def media(self) -> Media:
        return super().media + Media(  # type: ignore[misc,no-any-return]
            js=[versioned_static("cop_blocks/admin/counter.js")],
            css={"all": [versioned_static("cop_blocks/admin/editing.css")]},
        )


class CountedPanel(FieldPanel):
    """A field of text with a counter; the limit is that of the model's field."""

    attrs: dict[str, Any]

    def on_model_bound(self) -> None:
        super().on_model_bound()
        self.attrs = {**counted(self.db_field.max_length), **self.attrs}

    class BoundPanel(_CountedMixin, FieldPanel.BoundPanel):
        pass


class CountedTitlePanel(TitleFieldPanel):
    """A title, which may be longer than reads well."""

    class BoundPanel(_CountedMixin, TitleFieldPanel.BoundPanel):
        pass


def title_panels() -> list[Any]:
    """What the host's base page asks first, its title with a counter."""
    return [_with_counter(panel) for panel in Page.content_panels]


def _with_counter(panel: Any) -> Any:
    if isinstance(panel, PanelPlaceholder):  # Wagtail's own, which it makes when it needs them
        panel = panel.construct()
    if type(panel) is TitleFieldPanel and panel.field_name == "title":
        kwargs = panel.clone_kwargs()
        kwargs["attrs"] = {**counted(LONG_TITLE, is_advice=True), **kwargs["attrs"]}
        return CountedTitlePanel(**kwargs)
    return panel
