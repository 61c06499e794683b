from collections.abc import Sequence
from typing import Any

from wagtail.admin.panels import Panel


class TermsPanel(Panel):
    """The terms of a page, one field a vocabulary; one line on any page type."""

    def __init__(self, vocabularies: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.vocabularies = vocabularies

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "vocabularies": self.vocabularies}
