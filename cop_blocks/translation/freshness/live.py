"""The row that visitors read stays as it is while a draft of its translation is built."""

from typing import Any

from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import TranslationSource

from cop_blocks.translation.freshness import FRESHNESS
from cop_blocks.translation.rights.places import target_in
from cop_blocks.translation.seams import seam


@seam("wagtail_localize.models:TranslationSource.create_or_update_translation", guard=FRESHNESS)
def keep_the_live_row(
    original: Any, self: TranslationSource, locale: Locale, *args: Any, **kwargs: Any
) -> Any:
    """wagtail-localize writes the row first and keeps a revision of it afterwards, also where it
    is to be a draft. Here the revision alone holds the new text, until it is published."""
    target = target_in(self, locale)
    if target is None:
        return original(self, locale, *args, **kwargs)
    self.get_translated_instance = lambda locale: target
    shown = isinstance(target, DraftStateMixin) and target.live
    save = target.save

    def save_named_fields(*args: Any, **kwargs: Any) -> None:
        """What is no text: which revision is the latest, whether it is an alias."""
        if kwargs.get("update_fields") is not None:
            save(*args, **kwargs)

    if shown:
        target.save = save_named_fields
    try:
        return original(self, locale, *args, **kwargs)
    finally:
        del self.get_translated_instance
        if shown:
            del target.save
            target.live = True
