"""What is missing of a translation, and one button for whoever publishes it anyway."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Revision
from wagtail_localize.models import Translation

from cop_blocks.translation.completeness import (
    Unfinished,
    translation_into,
    unfinished,
    unfinished_on,
)
from cop_blocks.translation.guards.places import edit_url, segment_url
from cop_blocks.translation.guards.publishing import on_purpose
from cop_blocks.translation.rights.may import may_publish, may_translate
from cop_blocks.translation.screens import Screen

WHY = {
    "missing": gettext_lazy("not translated"),
    "machine": gettext_lazy("not approved by a person yet"),
    "error": gettext_lazy("refused with an error"),
}


class UnfinishedView(Screen):
    """The two below say what it is that goes live."""

    template_name = "cop_translation/guards/unfinished.html"
    page_title = gettext_lazy("Not published yet")
    header_icon = "warning"

    target: Any
    translation: Translation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.find()
        self.may_publish = may_publish(request.user, self.target)
        if not (self.may_publish or may_translate(request.user, self.translation)):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        return response

    def find(self) -> None:
        raise NotImplementedError

    def publish(self) -> None:
        raise NotImplementedError

    @cached_property
    def left(self) -> Sequence[Unfinished]:
        raise NotImplementedError

    def get_page_subtitle(self) -> str:
        return str(self.target)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "left": [
                {"label": each.label, "source": each.source, "why": WHY[each.why], "url": url}
                for each in self.left
                for url in [segment_url(self.target, each)]
            ],
            "edit_url": edit_url(self.target),
            "may_publish": self.may_publish,
            "seen": _digest(self.left),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_publish:
            raise PermissionDenied
        if request.POST.get("seen") != _digest(self.left):
            messages.warning(request, _("What is missing has changed. Look at the list once more."))
            return self.render_to_response(self.get_context_data(**kwargs))
        try:
            with on_purpose(request.user):
                self.publish()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("“%(title)s” is published.") % {"title": self.target})
        return redirect(edit_url(self.target) or "wagtailadmin_home")


class UnfinishedTranslationView(UnfinishedView):
    """wagtail-localize's editor: the target is built of the strings as they are now."""

    def find(self) -> None:
        found = Translation.objects.select_related("source", "target_locale")
        self.translation = get_object_or_404(found, pk=self.kwargs["translation_id"])
        model = self.translation.source.specific_content_type.model_class()
        try:
            self.target = self.translation.get_target_instance()
        except model.DoesNotExist as gone:
            raise Http404 from gone

    @cached_property
    def left(self) -> Sequence[Unfinished]:
        return unfinished(self.translation)

    def publish(self) -> None:
        self.translation.save_target(user=self.request.user, publish=True)


class UnfinishedRevisionView(UnfinishedView):
    """Wagtail's own editor, a workflow, or a schedule: a revision as it is."""

    def find(self) -> None:
        self.revision = get_object_or_404(Revision, pk=self.kwargs["revision_id"])
        if self.revision.content_object is None:
            raise Http404
        self.target = self.revision.as_object()
        translation = translation_into(self.target)
        if translation is None:
            raise Http404
        self.translation = translation

    @cached_property
    def left(self) -> Sequence[Unfinished]:
        return unfinished_on(self.target, self.translation, self.revision.created_at)

    def publish(self) -> None:
        self.revision.publish(user=self.request.user)


def _digest(left: Sequence[Unfinished]) -> str:
    """Of what the person was shown: they take that upon themselves, and no more."""
    shown = "\n".join(f"{each.path} {each.source} {each.why}" for each in left)
    return salted_hmac("cop_translation.unfinished", shown).hexdigest()
