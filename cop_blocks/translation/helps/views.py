"""“Help with this translation”: a page of its own, which the editor shows in a side panel, too."""

from functools import cached_property
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cop_blocks.translation.guards.places import ANCHOR
from cop_blocks.translation.helps.approving import approve
from cop_blocks.translation.helps.gathering import Helped, gather
from cop_blocks.translation.helps.places import editor_url
from cop_blocks.translation.helps.showing import asked, choices, shown
from cop_blocks.translation.rights.may import may_see, may_translate
from cop_blocks.translation.rights.writing import writes
from cop_blocks.translation.screens import TranslationScreen

URL = "cop_translation_help"


def help_url(translation: int) -> str:
    return reverse(URL, args=[translation])


class HelpView(TranslationScreen):
    """Shows to who may see the translation; the buttons are for who may approve, while nobody has
    locked the page."""

    template_name = "cop_translation/helps/page.html"
    page_title = gettext_lazy("Help with this translation")
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        translations = Translation.objects.select_related(
            "source__locale", "source__specific_content_type", "target_locale"
        )
        self.translation = get_object_or_404(translations, pk=self.kwargs["translation_id"])
        if not may_see(request.user, self.translation):
            raise PermissionDenied
        return cast(HttpResponse, super().dispatch(request, *args, **kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not writes(request, self.translation.pk):
            raise PermissionDenied
        one = request.POST.get("approve", "")
        seen = request.POST.get("shown", "").split() if one == "all" else [one]
        number = approve(self.translation, request.user, seen)
        if number:
            said = ngettext(
                "%(number)d text is approved.", "%(number)d texts are approved.", number
            )
            messages.success(request, said % {"number": number})
        if number < len(seen):
            messages.warning(
                request, _("What was changed in the meantime is not approved. Look once more.")
            )
        next_url = get_valid_next_url_from_request(request)
        return redirect(next_url or help_url(self.translation.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        show = asked(self.request.GET.get("show", ""))
        texts = gather(self.translation, self.request.user)
        url = self.editor_url
        return (
            super().get_context_data(**kwargs)
            | help_context(self.translation, self.request)
            | texts_context(shown(texts, show))
            | {
                "anchor": f"{url}{ANCHOR}" if url else "",
                "choices": choices(texts, show),
                "next_url": self.request.get_full_path(),
                "editor_url": url,
                "may_translate": may_translate(self.request.user, self.translation),
            }
        )

    @cached_property
    def editor_url(self) -> str:
        return editor_url(self.translation, self.request.user)


def texts_context(texts: list[Helped]) -> dict[str, Any]:
    """``waiting`` names all that one button approves, in one field: a form has no more than a
    thousand."""
    return {"texts": texts, "waiting": " ".join(each.seen for each in texts if each.waits)}


def help_context(translation: Translation, request: HttpRequest) -> dict[str, Any]:
    """What the list of texts is made of, on the page and in the panel."""
    return {
        "translation": translation,
        "help_url": help_url(translation.pk),
        "may_approve": writes(request, translation.pk),
        "source_language": translation.source.locale.language_code,
        "target_language": translation.target_locale.language_code,
    }


def admin_urls() -> list[Any]:
    return [
        path(
            "cop-translation/help/<int:translation_id>/",
            HelpView.as_view(),
            name=URL,
        )
    ]
