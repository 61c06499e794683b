"""A translation that is longer than its column is told at once, at the text itself."""

from typing import Any

from django.db import models
from django.db.models.signals import post_save
from django.utils.translation import gettext
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.strings import StringValue

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.sturdy import STURDY
from cop_blocks.translation.sturdy.places import field_of


def connect() -> None:
    post_save.connect(_saved, StringTranslation, dispatch_uid="cop_translation.lengths")


def _saved(instance: StringTranslation, raw: bool = False, **kwargs: Any) -> None:
    """With an error it stands in no draft, and the editor shows it with what is wrong. PostgreSQL
    would refuse the whole page, SQLite would cut nothing and show it to visitors."""
    if raw or instance.has_error or instance.context is None or is_off(STURDY):
        return
    most = longest(instance)
    length = len(StringValue(instance.data).render_text())
    if most is None or length <= most:
        return
    instance.has_error = True
    instance.field_error = gettext(
        "This text has %(length)d characters, and its field holds %(most)d at most."
    ) % {"length": length, "most": most}
    StringTranslation.objects.filter(pk=instance.pk).update(
        has_error=True, field_error=instance.field_error
    )


def longest(translation: StringTranslation) -> int | None:
    """How many characters its column holds; ``None`` where no column limits it."""
    if len(translation.data) <= _SHORT:
        return None
    source = TranslationSource.objects.filter(
        object=translation.context.object_id, stringsegment__context=translation.context_id
    ).first()
    if source is None:
        return None
    model = source.specific_content_type.model_class()
    field = field_of(model, translation.context.field_path or translation.context.path)
    if isinstance(field, models.CharField):
        return field.max_length
    return None


#: No column with a text is as short, so nothing is asked about these.
_SHORT = 20
