"""Many rows at once, for about a second; what is left of them waits for one more click."""

from collections.abc import Sequence
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cop_blocks.translation.report.acting import ACTS, Outcome, act
from cop_blocks.translation.report.rows import rows
from cop_blocks.translation.report.showing import Row, shown

SECONDS = 1.0
#: More than a page of the report never comes from its form.
MOST = 200


# Each row is a transaction of its own, also where the host makes one of each request.
@method_decorator(transaction.non_atomic_requests, name="dispatch")
class ActView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "cop_translation/report/acted.html"
    page_title = gettext_lazy("Translations")
    header_icon = "site"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("cop_translation_report:index")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name, asked = request.POST.get("act", ""), request.POST.getlist("row")[:MOST]
        if name not in ACTS or not asked:
            messages.warning(request, _("Choose what is to be submitted or published."))
            return redirect("cop_translation_report:index")
        found = chosen(asked, request.user)
        done, left = work(name, found, request.user)
        context = self.get_context_data(**kwargs) | {
            "act": name,
            "done": [each for each in done if not each.reason],
            "held": [each for each in done if each.reason],
            "left": left,
            "gone": len(set(asked)) - len(found),
        }
        return TemplateResponse(request, self.template_name, context)


def work(name: str, asked: Sequence[Row], user: Any) -> tuple[list[Outcome], Sequence[Row]]:
    """One at least; those that nobody came to."""
    until = monotonic() + SECONDS
    done: list[Outcome] = []
    for place, row in enumerate(asked):
        if done and monotonic() > until:
            return done, asked[place:]
        done.append(act(name, row, user))
    return done, []


def chosen(names: Sequence[str], user: Any) -> list[Row]:
    """Of those that the form named, what the person sees; a page above before those below it."""
    wanted = {pair for pair in map(_parsed, names) if pair is not None}

    def narrow(part: Any) -> Any:
        return part.filter(
            cop_key__in={key for key, _locale in wanted},
            cop_target__in={locale for _key, locale in wanted},
        )

    found = [each for each in rows(user, narrow) if (each["cop_key"], each["cop_target"]) in wanted]
    return sorted(shown(found, user), key=_place)


def _place(row: Row) -> tuple[str, str, str]:
    return getattr(row.source, "path", ""), row.title, row.language.language_code


def _parsed(name: str) -> tuple[UUID, int] | None:
    key, _dot, locale = name.partition(".")
    try:
        return UUID(hex=key), int(locale[:9])
    except ValueError:
        return None
