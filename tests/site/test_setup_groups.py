"""The groups that ``cop_setup`` makes: their whole story and nothing more."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cop_blocks.models import InformationPage, Term, Vocabulary
from cop_blocks.setup import vocabularies
from cop_blocks.setup.groups import GROUPS, GroupPlan
from cop_blocks.terms.start.themes import THEMES
from cop_search.models import BestBet, SearchCount, Synonym
from tests.site.fresh import home, member, translated

EDITORS, MODERATORS, TRANSLATORS, CONTRIBUTORS = GROUPS

#: What a person may do with a page, by the names of Wagtail's own questions.
ASKED = ("can_add_subpage", "can_edit", "can_publish", "can_lock", "can_unpublish", "can_delete")


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Page]]:
    """Setup in two languages, run once, and a page that is none of its business."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabularies, "START_VOCABULARIES", (THEMES,))
        permission_to_translate()
        dutch = home("nl")
        own = InformationPage(title="Over ons", slug="over-ons", locale=dutch.locale)
        dutch.add_child(instance=own)
        translated(dutch)
        call_command("cop_setup", verbosity=0)
        yield {
            "home": Page.objects.get(slug="thuis"),
            "own": Page.objects.get(slug="over-ons"),
            "nl": Page.objects.get(slug="sessies"),
            "en": Page.objects.get(slug="sessions"),
            "catalogue": Page.objects.get(slug="ondersteuning"),
            "practices_en": Page.objects.get(slug="good-practices"),
            "theme": Page.objects.get(slug="circulair-en-duurzaam"),
        }
        transaction.set_rollback(True)


def permission_to_translate() -> None:
    """wagtail-localize makes it in a migration, which a test run may leave out."""
    content_type, _made = ContentType.objects.get_or_create(
        app_label="wagtail_localize", model="translation"
    )
    Permission.objects.get_or_create(
        content_type__app_label="wagtail_localize",
        codename="submit_translation",
        defaults={"content_type": content_type, "name": "Can submit translations"},
    )


@pytest.fixture(autouse=True)
def _setup(pages: dict[str, Page], db: None) -> None:
    """Each test finds what setup made."""


def of(plan: GroupPlan) -> Any:
    return member(Group.objects.get(name=plan.names["nl"]))


def may(user: Any, page: Page) -> set[str]:
    tester = Page.objects.get(pk=page.pk).permissions_for_user(user)
    return {question.removeprefix("can_") for question in ASKED if getattr(tester, question)()}


def actions(user: Any, model: Any) -> set[str]:
    names = user.get_all_permissions()
    prefix = f"{model._meta.app_label}."
    return {
        name.removeprefix(prefix).rsplit("_", 1)[0]
        for name in names
        if name.startswith(prefix) and name.endswith(f"_{model._meta.model_name}")
    }


def of_files(user: Any, model: Any) -> set[str]:
    found = user.groups.get().collection_permissions.filter(
        permission__content_type__app_label=model._meta.app_label
    )
    return {name.rsplit("_", 1)[0] for name in found.values_list("permission__codename", flat=True)}


@pytest.mark.parametrize("place", ["nl", "en", "theme"])
def test_an_editor_writes_and_publishes_in_every_language(
    pages: dict[str, Page], place: str
) -> None:
    allowed = {"edit", "publish", "unpublish", "delete"}
    # A theme has no pages beneath it, whoever asks.
    allowed |= set() if place == "theme" else {"add_subpage"}

    assert may(of(EDITORS), pages[place]) == allowed


@pytest.mark.parametrize("plan", GROUPS, ids=lambda plan: plan.code)
@pytest.mark.parametrize("place", ["home", "own"])
def test_nobody_touches_what_setup_did_not_make(
    pages: dict[str, Page], plan: GroupPlan, place: str
) -> None:
    assert may(of(plan), pages[place]) == set()


def test_a_moderator_may_lock_too(pages: dict[str, Page]) -> None:
    added = may(of(MODERATORS), pages["nl"]) - may(of(EDITORS), pages["nl"])

    assert added == {"lock"}


def test_a_translator_writes_translations_and_does_not_publish_them(
    pages: dict[str, Page],
) -> None:
    translator = of(TRANSLATORS)

    assert may(translator, pages["en"]) == {"edit"}
    assert may(translator, pages["nl"]) == set()


@pytest.mark.parametrize(
    ("place", "allowed"),
    [
        ("catalogue", {"add_subpage"}),
        ("practices_en", {"add_subpage"}),
        ("nl", set()),
        ("theme", set()),
    ],
)
def test_an_organisations_editor_adds_initiatives_and_practices_and_no_sessions(
    pages: dict[str, Page], place: str, allowed: set[str]
) -> None:
    assert may(of(CONTRIBUTORS), pages[place]) == allowed


@pytest.mark.parametrize(
    ("plan", "allowed"),
    [
        (
            EDITORS,
            {"Organisation": {"view", "add", "change"}, "Person": {"view", "add", "change"}},
        ),
        (
            MODERATORS,
            {
                "Organisation": {"view", "add", "change", "delete"},
                "OrganisationMember": {"view", "add", "change", "delete"},
                "Person": {"view", "add", "change", "delete"},
                "Vocabulary": {"view", "add", "change", "delete"},
                "Term": {"view", "add", "change", "delete"},
                "SiteSettings": {"change"},
            },
        ),
        (TRANSLATORS, {}),
        (CONTRIBUTORS, {}),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_each_group_keeps_its_own_lists(plan: GroupPlan, allowed: dict[str, set[str]]) -> None:
    user = of(plan)
    ours = apps.get_app_config("cop_blocks").get_models()

    found = {model.__name__: actions(user, model) for model in ours}

    assert {name: granted for name, granted in found.items() if granted} == allowed


@pytest.mark.parametrize("plan", GROUPS, ids=lambda plan: plan.code)
def test_editors_and_moderators_keep_the_rules_of_the_search(plan: GroupPlan) -> None:
    allowed = {"view", "add", "change", "delete"} if plan in (EDITORS, MODERATORS) else set()

    user = of(plan)
    assert [actions(user, model) for model in (BestBet, Synonym)] == [allowed, allowed]
    assert actions(user, SearchCount) == allowed & {"view"}


@pytest.mark.parametrize(
    ("plan", "allowed"),
    [
        (EDITORS, {"add", "change", "choose"}),
        (MODERATORS, {"add", "change", "choose"}),
        (TRANSLATORS, {"choose"}),
        (CONTRIBUTORS, {"add", "choose"}),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_images_and_documents(plan: GroupPlan, allowed: set[str]) -> None:
    user = of(plan)

    assert of_files(user, get_image_model()) == allowed
    assert of_files(user, get_document_model()) == allowed


@pytest.mark.parametrize("plan", GROUPS, ids=lambda plan: plan.code)
def test_beyond_pages_lists_and_files_there_is_only_the_admin_and_translating(
    plan: GroupPlan,
) -> None:
    ours = ("cop_blocks.", "cop_search.")
    others = {name for name in of(plan).get_all_permissions() if not name.startswith(ours)}

    assert others == {"wagtailadmin.access_admin", "wagtail_localize.submit_translation"}


def test_an_editor_opens_the_forms_of_the_story_and_no_others(pages: dict[str, Page]) -> None:
    client = Client()
    client.force_login(of(EDITORS))
    new_session = reverse(
        "wagtailadmin_pages:add", args=["cop_events", "sessionpage", pages["nl"].pk]
    )

    def status(address: str) -> int:
        return int(client.get(address).status_code)

    assert status(new_session) == 200
    assert status(reverse("wagtailadmin_pages:edit", args=[pages["theme"].pk])) == 200
    # Wagtail sends people away from what they may not do.
    assert status(reverse("wagtailadmin_pages:edit", args=[pages["own"].pk])) == 302
    assert status(reverse("wagtailusers_users:index")) == 302


def test_terms_and_vocabularies_are_there_to_be_kept() -> None:
    assert (Vocabulary.objects.count(), Term.objects.count()) == (1, 4)
