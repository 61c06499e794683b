"""The screens on which a session is copied to next year."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cop_blocks.desk.places import explorable, places
from cop_events.copying.forms import CopySessionForm
from cop_events.copying.options import MOST, candidates, options_for, source_of
from cop_events.copying.run import Copied, copy_session
from cop_events.models import SessionPage

CHOOSE, COPY = "cop_events_copy_choose", "cop_events_copy"


class ChooseSessionView(WagtailAdminTemplateMixin, TemplateView):
    """Which session? The latest first, for that is mostly the one."""

    template_name = "cop_events/admin/choose_session.html"
    page_title = gettext_lazy("Copy a session to next year")
    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """No choice for who may add no session at all."""
        if not places(SessionPage, request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        found = candidates(self.request.user)
        context["sessions"] = [
            {"page": page, "when": page.when, "url": reverse(COPY, args=[page.pk])}
            for page in found[:MOST]
        ]
        context["listing_url"] = reverse("cop_sessions:index")
        return context

    def get_breadcrumbs_items(self) -> list[Any]:
        return [*self.breadcrumbs_items, *trail(), {"url": "", "label": self.get_page_title()}]


class CopySessionView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Asks where the copy goes and what it is called, makes it, and opens it."""

    template_name = "cop_events/admin/copy_session.html"
    form_class = CopySessionForm
    page_title = gettext_lazy("Copy to next year")
    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        seen = SessionPage.objects.filter(pk__in=explorable(request.user))
        page = get_object_or_404(seen, pk=kwargs["pk"], alias_of__isnull=True)
        self.page = page
        self.source = source_of(page, request.user)
        self.offered = options_for(self.source, request.user)
        may_copy = self.source.permissions_for_user(request.user).can_copy()
        if not may_copy or not (self.offered.series or self.offered.new):
            raise PermissionDenied
        for hook in hooks.get_hooks("before_copy_page"):
            answer = hook(request, self.source)
            if hasattr(answer, "status_code"):
                return answer
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "source": self.source, "options": self.offered}

    def get_page_subtitle(self) -> str:
        return str(self.source.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[Any]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, *trail(), here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["source"] = self.source
        context["is_translation"] = self.source.pk != self.page.pk
        context["action_url"] = reverse(COPY, args=[self.page.pk])
        context["cancel_url"] = reverse("cop_sessions:index")
        return context

    def form_valid(self, form: CopySessionForm) -> Any:
        copied = copy_session(
            self.source,
            form.place,
            title=form.cleaned_data["title"],
            user=self.request.user,
            with_people=form.cleaned_data["with_people"],
            languages=form.languages,
        )
        self.tell(copied)
        for hook in hooks.get_hooks("after_copy_page"):
            answer = hook(self.request, self.source, copied.page)
            if hasattr(answer, "status_code"):
                return answer
        return redirect("wagtailadmin_pages:edit", copied.page.pk)

    def tell(self, copied: Copied) -> None:
        """What was made, what is to be filled in, and what was not made."""
        text = _(
            "“%(title)s” was made as a draft. Fill in its date, look through the texts and "
            "publish it."
        ) % {"title": copied.page.title}
        if copied.translations:
            text += " " + _("As drafts came along: %(languages)s.") % {
                "languages": ", ".join(str(page.locale) for page in copied.translations)
            }
        messages.success(self.request, text)
        if copied.series:
            edit = reverse("wagtailadmin_pages:edit", args=[copied.series.pk])
            messages.warning(
                self.request,
                _("The new series “%(title)s” is a draft too. Publish it before its sessions.")
                % {"title": copied.series.title},
                buttons=[messages.button(edit, _("Edit the series"))],
            )
        if copied.left_out:
            messages.warning(
                self.request,
                _(
                    "Not copied: %(languages)s. The series has no page in that language to which "
                    "you may add one."
                )
                % {"languages": ", ".join(str(locale) for locale in copied.left_out)},
            )


def trail() -> list[dict[str, str]]:
    return [{"url": reverse("cop_sessions:index"), "label": _("Sessions")}]
