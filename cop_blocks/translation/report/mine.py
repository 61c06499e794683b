"""A translator's start page: what waits for this person, oldest first."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cop_blocks.desk import Number
from cop_blocks.translation.report.kinds import snippets
from cop_blocks.translation.report.rows import counts
from cop_blocks.translation.report.states import State
from cop_blocks.translation.report.views import TranslationsReport
from cop_blocks.translation.rights.languages import languages_of, page_rights
from cop_blocks.translation.rights.models import has

#: What is missing waits for who submits, what is in review for who reviews.
WAITS = (State.DRAFT, State.OUT_OF_DATE, State.READY)
CHANGE = frozenset({"change"})


class MyTranslations(TranslationsReport):
    page_title = _("My translations")
    index_url_name = "cop_translation_report:mine"
    index_results_url_name = "cop_translation_report:mine_results"
    export_filename = "my-translations"
    nothing = _("Nothing waits for you.")

    def narrowed(self, part: Any) -> Any:
        return super().narrowed(waiting_for(self.request.user, part))


def waiting_for(user: Any, part: Any) -> Any:
    """Of a part of the rows, those that wait for a translation that ``user`` may write: the
    rule of ``rights.may.may_translate`` for what is there."""
    found = part.filter(cop_pk__gt=0, cop_state_is__in=WAITS)
    if not user.is_active:
        return found.none()
    return found if user.is_superuser else found.filter(_pages(user) | _snippets(user))


def waiting(request: HttpRequest) -> Number | None:
    """For the dashboard."""
    if not translates(request.user):
        return None
    user = request.user
    count = counts(user, lambda part: waiting_for(user, part)).total()
    label = ngettext(
        "%(count)d translation waits for you", "%(count)d translations wait for you", count
    )
    return Number(label % {"count": count}, count, reverse("cop_translation_report:mine"), "site")


def translates(user: Any) -> bool:
    """Whether there is a page or snippet that ``user`` may write, on a site with languages."""
    if not (user.is_active and getattr(settings, "WAGTAIL_I18N_ENABLED", False)):
        return False
    return user.is_superuser or bool(page_rights(user, CHANGE) or _models(user))


class MyTranslationsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return translates(request.user)


def item() -> MenuItem:
    return MyTranslationsItem(
        _("My translations"),
        reverse("cop_translation_report:mine"),
        name="cop-my-translations",
        icon_name="site",
        order=450,
    )


def _pages(user: Any) -> Q:
    below = Q(pk__in=[])
    for page in page_rights(user, CHANGE):
        below |= Q(path__startswith=page.path)
    targets = Page.objects.filter(below)
    return Q(
        Exists(targets.filter(translation_key=OuterRef("cop_key"), locale=OuterRef("cop_target")))
    )


def _snippets(user: Any) -> Q:
    kinds = ContentType.objects.get_for_models(*_models(user)).values()
    found = Q(cop_kind__in=[kind.pk for kind in kinds])
    languages = languages_of(user)
    return found if languages is None else found & Q(cop_target__in=languages)


def _models(user: Any) -> list[Any]:
    return [model for model in snippets() if has(user, "change", model)]
