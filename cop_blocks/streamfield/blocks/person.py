"""A person whom readers can turn to."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cop_blocks.languages import active_language
from cop_blocks.streamfield.blocks.base import LINKS_GROUP, CopBlock
from cop_blocks.streamfield.previews import example_person


class ContactPersonBlock(CopBlock):
    """Shows what is filled in of a person, with the function in the reader's language."""

    person = SnippetChooserBlock("cop_blocks.Person", label=_("Person"))
    about = CharBlock(
        label=_("For what"),
        required=False,
        default="",
        max_length=255,
        help_text=_("What readers can ask this person."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        person = value.get("person")
        context["text"] = (
            person.texts.filter(language=active_language()).first() if person else None
        )
        return context

    def get_preview_value(self) -> Any:
        about = _("Questions about subsidies")
        return self.normalize({"person": example_person(), "about": about})

    class Meta:
        icon = "user"
        group = LINKS_GROUP
        label = _("Contact person")
        description = _("A person whom readers can turn to.")
        template = "cop_blocks/blocks/contact_person.html"
