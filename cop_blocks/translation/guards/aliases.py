"""A live alias that is being translated: it is shown to visitors as it is, and edited as what it
will be."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation


def editor_of(request: HttpRequest, page: Any) -> HttpResponse | None:
    """wagtail-localize only offers to submit an alias, which has been done."""
    if not page.alias_of_id:
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    response: HttpResponse = edit_translation(request, translation, page)
    return response
