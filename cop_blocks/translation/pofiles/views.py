"""The upload of a PO file: first what it would do, then one button that does it."""

from typing import Any, cast

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cop_blocks.translation.pofiles.applying import apply
from cop_blocks.translation.pofiles.plan import Kind, Plan, plan
from cop_blocks.translation.pofiles.reading import Unreadable, read, text_of
from cop_blocks.translation.rights.may import may_translate
from cop_blocks.translation.screens import TranslationScreen

#: So many approved texts are offered a box; Django takes a thousand fields in one form.
MOST_BOXES = 500


class UploadView(TranslationScreen):
    """Both steps come by POST to the address of wagtail-localize's upload. The file travels in the
    form between them, signed: nothing of it is kept on the server."""

    http_method_names = ["post", "options"]
    template_name = "cop_translation/pofiles/preview.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"
    plan: Plan

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        translations = Translation.objects.select_related("source__locale", "target_locale")
        self.translation = get_object_or_404(translations, pk=self.kwargs["translation_id"])
        if not may_translate(request.user, self.translation):
            raise PermissionDenied
        self.next_url = get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
        return cast(HttpResponse, super().dispatch(request, *args, **kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.text = self._sent_again() or self._sent()
            with transaction.atomic():
                made = plan(self.translation, read(self.text, self.translation), lock=True)
                if "contents" in request.POST and request.POST.get("seen") == made.digest:
                    return self._write(made)
        except Unreadable as problem:
            messages.error(request, str(problem))
            return redirect(self.next_url)
        if "contents" in request.POST:
            messages.warning(request, _("The translation has changed meanwhile. Look once more."))
        self.plan = made
        return self.render_to_response(self.get_context_data())

    def _sent(self) -> str:
        file = self.request.FILES.get("file")
        if file is None:
            raise Unreadable(_("Choose a PO file first."))
        return text_of(file.read())

    def _sent_again(self) -> str:
        if "contents" not in self.request.POST:
            return ""
        try:
            return str(signing.loads(self.request.POST["contents"], salt=self._salt))
        except signing.BadSignature as problem:
            raise Unreadable(_("The file was lost on its way. Choose it once more.")) from problem

    @property
    def _salt(self) -> str:
        return f"cop_translation.po.{self.translation.uuid}"

    def _write(self, made: Plan) -> HttpResponse:
        number = apply(
            self.translation,
            made,
            self.request.user,
            replace=set(self.request.POST.getlist("replace")),
        )
        if number:
            said = ngettext(
                "%(number)s text was imported.", "%(number)s texts were imported.", number
            )
            messages.success(self.request, said % {"number": number})
        else:
            messages.info(self.request, _("Nothing was changed."))
        return redirect(self.next_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.plan
        fuzzy = plan.of(Kind.FUZZY)
        return super().get_context_data(**kwargs) | {
            "plan": plan,
            "written": plan.written,
            "fuzzy": fuzzy[:MOST_BOXES],
            "fuzzy_left": len(fuzzy[MOST_BOXES:]),
            "stale": plan.of(Kind.STALE),
            "unknown": plan.of(Kind.UNKNOWN),
            "refused": plan.of(Kind.BROKEN, Kind.TWICE),
            "contents": signing.dumps(self.text, salt=self._salt, compress=True),
            "next_url": self.next_url,
            "source_language": self.translation.source.locale.language_code,
            "target_language": self.translation.target_locale.language_code,
        }
