"""What is kept of a cancelled session whose page goes: enough for the calendars of subscribers."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.signals import page_unpublished

from cop_blocks.feeds_below import THEME
from cop_blocks.models import TermRow
from cop_blocks.visibility import is_public


def connect() -> None:
    """Called once, in ``ready()``; subclasses of session pages send the signals too."""
    page_unpublished.connect(_unpublished, dispatch_uid="cop_events.unpublished")
    pre_delete.connect(_deleted, dispatch_uid="cop_events.deleted")


def _unpublished(instance: Any, **kwargs: Any) -> None:
    _remember(instance)


def _deleted(instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "live", False):
        _remember(instance)


def _remember(page: Any) -> None:
    """Note what anybody could see of the page, if its session is cancelled."""
    from cop_events.models import Session, SessionPageMixin
    from cop_events.models.when import Status

    if not isinstance(page, SessionPageMixin) or page.alias_of_id:
        return
    record = Session.objects.filter(
        translation_key=page.translation_key, status=Status.CANCELLED
    ).first()
    pages = type(page)._default_manager.filter(is_public(), pk=page.pk)
    if record is None or not pages.exists():
        return
    record.called_off = {
        **record.called_off,
        page.locale.language_code: {
            "title": page.title,
            "themes": _themes(page),
            "series": _series(page),
        },
    }
    record.save(update_fields=["called_off"])


def _themes(page: Any) -> list[str]:
    rows = TermRow.objects.filter(content_object=page.pk, tag__vocabulary__code=THEME)
    return list(rows.order_by("sort_order", "pk").values_list("tag__code", flat=True))


def _series(page: Any) -> list[str]:
    """All that the page lies in, as every translation of it is known."""
    keys = page.get_ancestors().filter(depth__gt=1).values_list("translation_key", flat=True)
    return [str(key) for key in keys]
