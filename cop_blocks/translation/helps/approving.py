"""A person vouches for what a machine wrote, without typing it again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail_localize.models import StringTranslation, Translation

from cop_blocks.translation.helps.gathering import sign
from cop_blocks.translation.rights.places import target_or_none

ACTION = "cop_translation.approve"


def approve(translation: Translation, user: Any, seen: Iterable[str]) -> int:
    """How many of the texts named by ``seen`` (``Helped.seen``) are approved now. One that reads
    otherwise meanwhile, or was refused with an error, is not. The same few statements for any
    number of texts."""
    wanted = set(seen)
    with transaction.atomic():
        rows = StringTranslation.objects.select_for_update(of=("self",)).filter(
            context__object_id=translation.source.object_id,
            locale_id=translation.target_locale_id,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            has_error=False,
        )
        approved = [row.pk for row in rows if row.data and sign(row) in wanted]
        StringTranslation.objects.filter(pk__in=approved).update(
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name="",
            last_translated_by=user,
            updated_at=timezone.now(),
        )
        target = target_or_none(translation) if approved else None
        if target is not None:
            log(instance=target, action=ACTION, user=user, data={"texts": len(approved)})
    return len(approved)
