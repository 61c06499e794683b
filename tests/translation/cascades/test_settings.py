"""The setting decides instead of the editor; then it holds for code and expiry, too."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

from cop_blocks.translation import conf
from cop_blocks.translation.cascades.checks import check_cascade
from cop_blocks.translation.cascades.following import FOLLOWED, STAYED
from tests.rights import client_of
from tests.translation.cascades.conftest import Family
from tests.translation.cascades.test_asked import bulk, delete, live, move, noted, said, unpublish

pytestmark = pytest.mark.django_db


@pytest.fixture
def follow(settings: Any) -> None:
    settings.COP_TRANSLATION_CASCADE = "follow"


@pytest.mark.usefixtures("follow")
def test_translations_go_off_the_site_where_the_editor_may(family: Family) -> None:
    response = unpublish(client_of(family.both), family.nl)

    assert live() == {"fr"}
    assert noted(family.fr) == [(STAYED, "unpublish")]
    assert "since this cannot be done there by you: Offer (fr) (French)" in said(response)


@pytest.mark.usefixtures("follow")
def test_the_confirmation_says_how_many_go_along(family: Family) -> None:
    url = reverse("wagtailadmin_pages:unpublish", args=[family.nl.pk])

    answer = client_of(family.both).get(url)

    assert answer.context["translation_count"] == 1


@pytest.mark.usefixtures("follow")
def test_translations_are_deleted_where_the_editor_may(family: Family) -> None:
    delete(client_of(family.both), family.nl)

    left = Page.objects.filter(translation_key=family.nl.translation_key)
    assert list(left.values_list("pk", flat=True)) == [family.fr.pk]


@pytest.mark.usefixtures("follow")
def test_translations_move_where_the_editor_may(family: Family) -> None:
    move(client_of(family.both), family.nl, family.there_nl)

    assert Page.objects.get(pk=family.en.pk).get_parent().pk == family.there_en.pk
    assert noted(family.en) == [(FOLLOWED, "move")]
    assert noted(family.fr) == [(STAYED, "move")]


@pytest.mark.usefixtures("follow")
@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_in_bulk_too(family: Family, action: str) -> None:
    bulk(client_of(family.both), action, family.nl, family.there_nl)

    assert live() == {"fr"}
    assert not Page.objects.live().filter(pk=family.there_en.pk).exists()


@pytest.mark.usefixtures("follow")
def test_by_code_the_site_itself_acts(family: Family) -> None:
    family.nl.unpublish()

    assert live() == set()


@pytest.mark.parametrize(("answer", "left"), [("follow", set()), ("ask", {"en", "fr"})])
def test_a_page_that_expires_takes_its_translations_along(
    family: Family, settings: Any, answer: str, left: set[str]
) -> None:
    """Where they would be asked for nobody is there: it stands in their history."""
    settings.COP_TRANSLATION_CASCADE = answer
    Page.objects.filter(pk=family.nl.pk).update(expire_at=timezone.now() - timedelta(hours=1))

    call_command("publish_scheduled")

    assert live() == left
    state = FOLLOWED if answer == "follow" else STAYED
    assert noted(family.en) == [(state, "unpublish")]


def test_left_alone_translations_stay_and_the_editor_is_told(family: Family, settings: Any) -> None:
    settings.COP_TRANSLATION_CASCADE = {"unpublish": "leave", "delete": "follow"}

    response = unpublish(client_of(family.owner), family.nl)

    assert live() == {"en", "fr"}
    assert "stayed as they were: Offer (en) (English), Offer (fr) (French)" in said(response)
    assert (conf.cascade("delete"), conf.cascade("move")) == ("follow", "ask")


def set_privacy(client: Any, page: Page, **data: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), data)


def visitors(page: Page) -> list[Any]:
    return [
        (one.restriction_type, [group.name for group in one.groups.all()])
        for one in PageViewRestriction.objects.filter(page=page.pk)
    ]


@pytest.mark.usefixtures("follow")
def test_translations_are_hidden_with_their_source_and_shown_again(family: Family) -> None:
    members = Group.objects.create(name="Members")
    client = client_of(family.both)

    set_privacy(client, family.nl, restriction_type="groups", groups=[members.pk], password="")
    hidden = {page.locale.language_code: visitors(page) for page in (family.en, family.fr)}
    set_privacy(client, family.nl, restriction_type="none", password="")

    assert hidden == {"en": [("groups", ["Members"])], "fr": []}
    assert visitors(family.en) == []


def test_privacy_is_asked_for_by_a_message(family: Family) -> None:
    response = set_privacy(client_of(family.both), family.nl, restriction_type="login", password="")

    [told, asked] = [str(each) for each in get_messages(response.wsgi_request)]
    assert "Offer (fr)" in told
    assert "/follow/privacy/" in asked
    assert visitors(family.en) == []


@pytest.mark.usefixtures("follow")
def test_a_deleted_page_takes_no_privacy_from_its_translations(family: Family) -> None:
    PageViewRestriction.objects.create(page=family.nl, restriction_type="login")

    delete(client_of(family.both), family.nl)

    assert visitors(family.fr) == [("login", [])]


@pytest.mark.usefixtures("follow")
def test_the_moment_to_go_follows(family: Family) -> None:
    """In the row, and in the draft that is published next."""
    moment = timezone.now() + timedelta(days=3)
    draft = family.nl.get_latest_revision_as_object()
    draft.expire_at = moment
    draft.save_revision().publish(user=family.owner)

    english = Page.objects.get(pk=family.en.pk)
    assert english.expire_at == moment
    assert english.get_latest_revision_as_object().expire_at == moment


@pytest.mark.usefixtures("follow")
def test_the_moment_to_come_follows_to_what_is_not_live(family: Family) -> None:
    moment = timezone.now() + timedelta(days=3)
    for page in (family.nl, family.en):
        page.unpublish()
    draft = family.nl.get_latest_revision_as_object()
    draft.go_live_at = moment
    draft.save_revision().publish(user=family.owner)

    english = Page.objects.get(pk=family.en.pk)
    english.get_latest_revision().publish()
    english.refresh_from_db()
    assert (english.live, english.go_live_at) == (False, moment)


def test_an_app_that_answers_without_asking_is_narrowed(family: Family) -> None:
    """As Wagtail's own simple_translation does where it keeps trees the same."""

    def all_of_them(pages: list[Any], action: str) -> dict[Any, Any]:
        return {page: page.get_translations() for page in pages}

    name = "construct_translated_pages_to_cascade_actions"
    with hooks.register_temporarily(name, all_of_them):
        unpublish(client_of(family.both), family.nl)

    assert live() == {"fr"}


def test_a_page_without_translations_takes_few_statements(
    family: Family, django_assert_max_num_queries: Any
) -> None:
    from cop_blocks.translation.cascades.counterparts import counterparts

    Page.objects.filter(pk__in=[family.en.pk, family.fr.pk]).delete()
    with django_assert_max_num_queries(1):
        assert counterparts(family.nl) == []


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ("follow", []),
        ({"move": "leave"}, []),
        ("yes", ["'yes'"]),
        ({"paint": "ask", "move": "no"}, ["'paint: ask'", "'move: no'"]),
    ],
)
def test_a_wrong_answer_is_told(settings: Any, given: Any, wrong: list[str]) -> None:
    settings.COP_TRANSLATION_CASCADE = given

    told = check_cascade()

    assert [each.id for each in told] == ["cop_translation.E020"] * len(wrong)
    assert [each.msg.split(" says ")[1].split(", which")[0] for each in told] == wrong
