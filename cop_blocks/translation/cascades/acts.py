"""What can be done to a page or a snippet, and to its translations along with it.

Each act answers for one translation: does it concern it, may this person do it there, and do it. It
asks for the rights that Wagtail asks for where somebody does it by hand; no person at all is the
site itself, which may: a page that expires, a command.
"""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction

from cop_blocks.translation.rights import may


class Act:
    name = ""
    #: What is said of the source, asked of its translations, and on the button.
    told: str | Promise = ""
    button: str | Promise = ""

    def concerns(self, target: Any, source: Any) -> bool:
        raise NotImplementedError

    def may(self, user: Any, target: Any, source: Any) -> bool:
        raise NotImplementedError

    def do(self, user: Any, target: Any, source: Any) -> None:
        raise NotImplementedError


class Unpublish(Act):
    name = "unpublish"
    told = _("The source is off the site. Its translations are still on it.")
    button = _("Take them off the site, too")

    def concerns(self, target: Any, source: Any) -> bool:
        # Wagtail takes aliases along by itself; a snippet without drafts is always on the site.
        return bool(getattr(target, "live", False)) and not getattr(target, "alias_of_id", None)

    def may(self, user: Any, target: Any, source: Any) -> bool:
        if user is None:
            return True
        if isinstance(target, Page):
            return bool(target.permissions_for_user(user).can_unpublish())
        return may.may_publish(user, target)

    def do(self, user: Any, target: Any, source: Any) -> None:
        target = _specific(target)
        action = UnpublishPageAction if isinstance(target, Page) else UnpublishAction
        # ``may`` has asked; the action of Wagtail 7.4 asks a snippet as if it were a page.
        action(target, user=user).execute(skip_permission_checks=True)


class Delete(Act):
    name = "delete"
    told = _("The source was deleted. Its translations are still there.")
    button = _("Delete them, too")

    def concerns(self, target: Any, source: Any) -> bool:
        return True

    def may(self, user: Any, target: Any, source: Any) -> bool:
        if user is None:
            return True
        if isinstance(target, Page):
            return bool(target.permissions_for_user(user).can_delete())
        return may.may_delete(user, target)

    def do(self, user: Any, target: Any, source: Any) -> None:
        if isinstance(target, Page):
            target.specific.delete(user=user)
        else:
            log(instance=target, action="wagtail.delete", user=user, deleted=True)
            target.delete()


class Move(Act):
    name = "move"
    told = _("The page was moved. Its translations are where they were.")
    button = _("Move them along")

    def concerns(self, target: Any, source: Any) -> bool:
        place = self.place(target, source)
        return place is None or not target.is_child_of(place)

    def place(self, target: Page, source: Page | None) -> Page | None:
        """The counterpart of where the source is now, in the language of ``target``."""
        parent = source.get_parent() if source else None
        found: Page | None = parent.get_translation_or_none(target.locale) if parent else None
        return found

    def may(self, user: Any, target: Any, source: Any) -> bool:
        place = self.place(target, source)
        if place is None or not Page._slug_is_available(target.slug, place, page=target):
            return False
        if user is None:
            return bool(place != target and not place.is_descendant_of(target))
        return bool(target.permissions_for_user(user).can_move_to(place))

    def do(self, user: Any, target: Any, source: Any) -> None:
        place = self.place(target, source)
        MovePageAction(target, place, pos="last-child", user=user).execute()


class Privacy(Act):
    name = "privacy"
    told = _("Others may see the page now. Its translations are seen by who saw them before.")
    button = _("Let the same visitors see them")

    def concerns(self, target: Any, source: Any) -> bool:
        return source is not None and _restriction(source) != _restriction(target)

    def may(self, user: Any, target: Any, source: Any) -> bool:
        return user is None or bool(target.permissions_for_user(user).can_set_view_restrictions())

    def do(self, user: Any, target: Any, source: Any) -> None:
        for old in target.view_restrictions.all():
            old.delete(user=user)
        for restriction in source.view_restrictions.all() if source else ():
            copied = PageViewRestriction(
                page=target,
                restriction_type=restriction.restriction_type,
                password=restriction.password,
            )
            copied.save(user=user)
            copied.groups.set(restriction.groups.all())


class Dates(Act):
    name = "dates"
    told = _("The page comes or goes at a moment that its translations do not share.")
    button = _("Give them the same moments")

    def concerns(self, target: Any, source: Any) -> bool:
        if source is None or target.alias_of_id:
            return False
        waits = not target.live and _coming(source) != _coming(target)
        return bool(waits or source.expire_at != target.expire_at)

    def may(self, user: Any, target: Any, source: Any) -> bool:
        return user is None or bool(target.permissions_for_user(user).can_publish())

    def do(self, user: Any, target: Any, source: Any) -> None:
        """In the row, which the expiry reads, and in the draft, which the next publish reads."""
        dates = {"expire_at": source.expire_at if source else None}
        if source and not target.live:
            dates["go_live_at"] = _coming(source)
        Page.objects.filter(pk=target.pk).update(**dates)
        revision = target.get_latest_revision()
        if revision is not None:
            texts = {name: value.isoformat() if value else None for name, value in dates.items()}
            revision.content = {**revision.content, **texts}
            revision.save(update_fields=["content"])


def _specific(target: Any) -> Any:
    return target.specific if isinstance(target, Page) else target


def _coming(page: Page) -> Any:
    return page.go_live_at if page.go_live_at and page.go_live_at > timezone.now() else None


def _restriction(page: Page) -> list[Any]:
    return [
        (one.restriction_type, one.password, sorted(one.groups.values_list("pk", flat=True)))
        for one in page.view_restrictions.all()
    ]


ACTS: dict[str, Act] = {
    act.name: act for act in (Unpublish(), Delete(), Move(), Privacy(), Dates())
}
