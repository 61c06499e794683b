"""A host's rows below rows, all of them with text."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin

from cop_blocks.base_page import Page


class CoursePage(Page):
    content_panels = [*Page.content_panels, InlinePanel("lesson_rows", label="lesson")]


class LessonRow(TranslatableMixin, ClusterableModel, Orderable):
    page = ParentalKey(CoursePage, related_name="lesson_rows", on_delete=models.CASCADE)
    title = models.CharField(max_length=100)

    panels: ClassVar = [FieldPanel("title"), InlinePanel("task_rows", label="task")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass


class TaskRow(TranslatableMixin, Orderable):
    lesson = ParentalKey(LessonRow, related_name="task_rows", on_delete=models.CASCADE)
    text = models.CharField(max_length=100)

    panels: ClassVar = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass
