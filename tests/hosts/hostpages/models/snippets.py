"""A host's translatable snippets: one that Wagtail keeps drafts of, one that is as it is saved."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class Leaflet(DraftStateMixin, RevisionMixin, TranslatableMixin):
    title = models.CharField(max_length=100)
    text = models.TextField(blank=True)

    panels: ClassVar[list[FieldPanel]] = [FieldPanel("title"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self) -> str:
        return self.title


@register_snippet
class Slogan(TranslatableMixin):
    text = models.CharField(max_length=100)

    panels: ClassVar[list[FieldPanel]] = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self) -> str:
        return self.text
