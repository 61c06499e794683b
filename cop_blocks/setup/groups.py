"""The step that makes the groups of editors, moderators, translators and partners' editors.

Each may do its whole story and nothing more: pages below the trees that setup made, never the home
page and never what else the site holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cop_blocks.base_page import Page
from cop_blocks.models import (
    Organisation,
    OrganisationMember,
    Person,
    SiteSettings,
    Term,
    Vocabulary,
)
from cop_blocks.setup.registry import group_plans, page_plans, rights_of
from cop_blocks.setup.run import LEFT, MADE, THERE, SetupRun, is_untouched, remember
from cop_blocks.setup.texts import Texts, text_in

CODE = "groups"

_KEEP = ("view", "add", "change")
_MANAGE = ("view", "add", "change", "delete")


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What one group may do. ``in_source`` are its page permissions in the site's own language."""

    code: str
    names: Texts
    in_source: Sequence[str]
    in_translations: Sequence[str]
    files: Sequence[str]
    models: Sequence[tuple[type, Sequence[str]]] = ()
    #: Only below the pages that are for partners.
    is_of_partners: bool = False
    #: Only in this one of the other languages; empty: in all of them.
    language: str = ""


_EDIT = ("add", "change", "publish")
_FILES = ("add", "change", "choose")

GROUPS = (
    GroupPlan(
        "editors",
        {"en": "CoP editors", "nl": "CoP-redacteuren"},
        in_source=_EDIT,
        in_translations=_EDIT,
        files=_FILES,
        models=((Organisation, _KEEP), (Person, _KEEP)),
    ),
    GroupPlan(
        "moderators",
        {"en": "CoP moderators", "nl": "CoP-moderatoren"},
        in_source=(*_EDIT, "lock", "unlock"),
        in_translations=(*_EDIT, "lock", "unlock"),
        files=_FILES,
        models=(
            (Organisation, _MANAGE),
            (Person, _MANAGE),
            (OrganisationMember, _MANAGE),
            (Vocabulary, _MANAGE),
            (Term, _MANAGE),
            (SiteSettings, ("change",)),
        ),
    ),
    GroupPlan(
        "translators",
        {"en": "CoP translators", "nl": "CoP-vertalers"},
        in_source=(),
        in_translations=("change",),
        files=("choose",),
    ),
    GroupPlan(
        "contributors",
        {"en": "CoP organisations’ editors", "nl": "CoP-partnerredacteuren"},
        in_source=("add",),
        in_translations=("add",),
        files=("add", "choose"),
        is_of_partners=True,
    ),
)


def make_groups(run: SetupRun) -> None:
    """Make the groups, and let those that nobody changed reach the pages made since."""
    for plan in (*GROUPS, *group_plans(run)):
        _group(run, plan)


def _group(run: SetupRun, plan: GroupPlan) -> None:
    key = f"{CODE}:{plan.code}"
    name = text_in(plan.names, run.languages[0])
    record = run.record_of(key)
    group = run.recall(record, name) if record else _adopt_or_make(run, key, name)
    if group is None:
        return
    untouched = record is None or is_untouched(record, group)
    if not untouched and _lacks(run, plan, group):
        run.say(
            LEFT,
            _("%(group)s: changed by hand, so its rights stay as they are") % {"group": group.name},
        )
        return
    if untouched and _grant(run, plan, group):
        remember(key, group)


def _adopt_or_make(run: SetupRun, key: str, name: str) -> Group | None:
    if Group.objects.filter(name=name).exists():
        run.say(
            THERE, _("%(group)s: not made by setup, its rights stay as they are") % {"group": name}
        )
        return None
    run.say(MADE, name)
    if run.is_dry:
        return None
    group = Group.objects.create(name=name)
    remember(key, group)
    return group


def _lacks(run: SetupRun, plan: GroupPlan, group: Group) -> bool:
    wanted = {(page.pk, permission.pk) for page, permission in _page_permissions(run, plan)}
    held = GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id")
    return bool(wanted - set(held))


def _grant(run: SetupRun, plan: GroupPlan, group: Group) -> bool:
    """Whether anything was added."""
    missing = _lacks(run, plan, group)
    if run.is_dry:
        if missing:
            run.say(MADE, _("%(group)s: rights on new pages") % {"group": group.name})
        return False
    held = set(group.permissions.values_list("pk", flat=True))
    permissions = set(_model_permissions(plan))
    if {permission.pk for permission in permissions} <= held and not missing:
        return False
    group.permissions.add(*permissions)
    for page, permission in _page_permissions(run, plan):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    root = Collection.get_first_root_node()
    for permission in _permissions(Image, plan.files) | _permissions(Document, plan.files):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
    if held:
        run.say(MADE, _("%(group)s: rights on new pages") % {"group": group.name})
    return True


def _page_permissions(run: SetupRun, plan: GroupPlan) -> Iterable[tuple[Page, Permission]]:
    tops = {
        page_plan.key
        for page_plan in page_plans()
        if not page_plan.parent and (page_plan.is_for_partners or not plan.is_of_partners)
    }
    source = run.parent.locale.language_code
    for (plan_key, language), page in run.pages.items():
        if page is None or plan_key not in tops or plan.language not in ("", language):
            continue
        actions = plan.in_source if language == source else plan.in_translations
        for permission in _permissions(Page, actions):
            yield page, permission


def _model_permissions(plan: GroupPlan) -> Iterable[Permission]:
    yield Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    # Whichever app this host translates with.
    yield from Permission.objects.filter(
        content_type__app_label__in=["wagtail_localize", "simple_translation"],
        codename="submit_translation",
    )
    for model, actions in (*plan.models, *rights_of(plan.code)):
        yield from _permissions(model, actions)


def _permissions(model: Any, actions: Sequence[str]) -> set[Permission]:
    """The rows for ``actions`` on ``model``: their names follow from the model's own name."""
    names = [get_permission_codename(action, model._meta) for action in actions]
    return set(
        Permission.objects.filter(
            content_type=ContentType.objects.get_for_model(model), codename__in=names
        )
    )
