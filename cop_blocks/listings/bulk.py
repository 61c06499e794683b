"""Actions that change a fact of many pages at once, as an editor would one by one: on the page that
keeps the facts, by a version that is published, and only where nothing else gets published along.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from cop_blocks.base_page import Page
from cop_blocks.desk.places import explorable
from cop_blocks.facts.origin import facts_sources

#: A page and why it stays as it is.
Left = tuple[Any, str]


class FactsBulkAction(BulkAction):
    """Give ``models``, ``display_name``, ``action_type``, ``aria_label``, ``question``, ``change``.

    A page that was chosen stands for the page that keeps its facts; translations follow by
    themselves. Pages that the user does not see in the admin are as good as not chosen.
    """

    template_name = "cop_blocks/listings/confirm_bulk.html"
    #: What is asked before it is done.
    question: Any = ""

    def change(self, page: Any) -> None:
        """Change ``page`` in memory."""
        raise NotImplementedError

    def is_so_already(self, page: Any) -> bool:
        """Whether there is nothing to change; asked when the form is filled in."""
        return False

    def reason(self, page: Any) -> str:
        """Why ``page`` stays as it is; empty where it can be changed."""
        rights = page.permissions_for_user(self.request.user)
        if not rights.can_publish():
            return _("you may not publish it")
        if page.locked and rights.page_locked():
            return _("it is locked")
        if not page.live:
            return _("it is not published")
        if page.has_unpublished_changes or page.approved_schedule or page.workflow_in_progress:
            return _("it has changes that are not published")
        if self.cleaned_form is not None and self.is_so_already(page):
            return _("it is so already")
        return ""

    def chosen(self) -> tuple[list[Any], list[Left]]:
        """The pages that keep the facts of those that were chosen, each once, and those chosen
        pages of which the user does not see that page. Constant in queries."""
        ids = [pk for pk in self.request.GET.getlist("id") if pk.isdecimal() and len(pk) < 19]
        seen = self.model.objects.filter(pk__in=explorable(self.request.user))
        pages = list(seen.filter(pk__in=ids))
        if not pages:
            raise Http404
        sources = facts_sources(pages)
        keeper = {page.pk: sources.get(page.pk, page).pk for page in pages}
        found = seen.filter(pk__in=keeper.values()).order_by("title", "pk")
        found = found.select_related("locale").prefetch_workflow_states()
        keepers = list(found.annotate_approved_schedule())
        known = {page.pk for page in keepers}
        elsewhere = _("its facts are kept in a language in which you have no rights")
        return keepers, [(page, elsewhere) for page in pages if keeper[page.pk] not in known]

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Left]]]:
        pages, left = self.chosen()
        reasons = [(page, self.reason(page)) for page in pages]
        left += [(page, reason) for page, reason in reasons if reason]
        return [page for page, reason in reasons if not reason], {"left": left}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["title"], context["question"] = self.display_name, self.question
        return context

    def prepare_action(self, objects: list[Any], left: dict[str, list[Left]]) -> None:
        self.left = list(left["left"])

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, "change": self.change, "left": self.left}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Any],
        *,
        user: Any,
        change: Callable[[Any], None],
        left: list[Left],
        **kwargs: Any,
    ) -> tuple[int, int]:
        done = 0
        for page in objects:
            try:
                with transaction.atomic():
                    change(page)
                    page.save_revision(user=user, log_action=True).publish(user=user)
            except ValidationError as error:
                left.append((page, " ".join(error.messages)))
            except PermissionDenied as error:
                left.append((page, str(error) or _("you may not publish it")))
            else:
                done += 1
        return done, 0

    def get_success_message(self, done: int, _children: int) -> str | None:
        """Says what was done, and beside it what was left and why."""
        if self.left:
            parts = [_("“%(title)s”: %(reason)s") % self._named(*entry) for entry in self.left]
            messages.warning(
                self.request, _("Left as it was: %(pages)s.") % {"pages": "; ".join(parts)}
            )
        if not done:
            return None
        changed = ngettext("%(count)d page was changed.", "%(count)d pages were changed.", done)
        return changed % {"count": done}

    def _named(self, page: Page, reason: str) -> dict[str, str]:
        return {"title": page.get_admin_display_title(), "reason": reason.rstrip(".")}
