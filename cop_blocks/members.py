"""Editors of organisations: what their organisation provides is theirs to edit, not to publish."""

from typing import Any, ClassVar

from django.db import models
from wagtail.models import PagePermissionTester

from cop_blocks.models import Organisation


def organisations_of(user: Any) -> list[Organisation]:
    """Those that a user edits for, by name; none for nobody."""
    if user is None or not user.pk:
        return []
    return list(Organisation.objects.filter(members__user=user).order_by("name"))


class MemberPermissionTester(PagePermissionTester):
    """Wagtail's answers, and: who works for an organisation of the page may edit it.

    Publishing, deleting, moving and locking follow from the rights of their groups alone.
    """

    def can_edit(self) -> bool:
        return bool(super().can_edit()) or self._is_member()

    def _is_member(self) -> bool:
        page, user = self.page, self.user
        if (
            not user.is_active
            or self.page_is_root
            or not user.has_perm("wagtailadmin.access_admin")
        ):
            return False
        return page.pk in member_pages(type(page), user)


class MembersEditMixin(models.Model):
    """A page type that users of its organisations may edit. Abstract and without fields.

    ``members_edit`` names the relation of rows with an ``organisation`` and a ``role``, and the
    role that counts::

        members_edit = ("organisation_rows", "provider")
    """

    members_edit: ClassVar[tuple[str, str]]

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return MemberPermissionTester(user, self)


def member_pages(model: type[MembersEditMixin], user: Any) -> frozenset[int]:
    """The pages of a type that a user may edit as a member, in all languages.

    Asked once for each user object, which lives as long as a request: lists ask for every page.
    What is stored counts, not what a draft says.
    """
    known: dict[type, frozenset[int]] = user.__dict__.setdefault("_cop_member_pages", {})
    if model not in known:
        relation, role = model.members_edit
        manager: Any = model._default_manager
        pages = manager.filter(
            **{f"{relation}__role": role, f"{relation}__organisation__members__user": user.pk}
        )
        known[model] = frozenset(pages.values_list("pk", flat=True))
    return known[model]
