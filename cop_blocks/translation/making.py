"""A translation made by wagtail-localize, for whoever has to know whether it was."""

from typing import Any

from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator

from cop_blocks.translation.rights.places import target_of


class NotMadeError(Exception):
    """Nothing was made, and wagtail-localize does not say why."""


def make(source: TranslatableMixin, locale: Locale, user: Any) -> Any:
    """The counterpart of ``source`` in ``locale``, made with what it shows and has no translation.

    Raises ``ValidationError`` with what the target cannot be saved for. wagtail-localize passes
    over that without a word; asked again, it tells. Otherwise :class:`NotMadeError`.
    """
    TranslationCreator(user, [locale]).create_translations(source)
    if (target := target_of(source, locale)) is not None:
        return target
    passed_over = Translation.objects.filter(
        source__object_id=source.translation_key,
        source__locale=source.locale_id,
        target_locale=locale,
    ).first()
    if passed_over is not None:
        passed_over.save_target(user=user, publish=False)
    if (target := target_of(source, locale)) is None:
        raise NotMadeError(f"{source!r} in {locale.language_code}")
    return target
