"""The editor is asked what translations do, and what they may not do is said and written down."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from cop_blocks.translation.cascades.counterparts import key_of
from cop_blocks.translation.cascades.following import FOLLOWED, STAYED
from tests.blocks.facts.factories import make_offer, translate
from tests.rights import client_of, page_of, permissions, words
from tests.translation.cascades.conftest import Family

pytestmark = pytest.mark.django_db

RIGHTS = "since this cannot be done there by you: Offer (fr) (French)"


def unpublish(client: Client, page: Page, **data: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), data)


def delete(client: Client, page: Page) -> Any:
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def move(client: Client, page: Page, to: Page) -> Any:
    return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, to.pk]))


def bulk(client: Client, action: str, *pages: Page, **data: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    explorer = reverse("wagtailadmin_explore", args=[pages[0].get_parent().pk])
    return client.post(f"{url}?{ids}&next={explorer}", data)


def answer(client: Client, question: Any, button: str, *pages: Page) -> Any:
    """Presses a button of the page that a response leads to, with these translations checked."""
    assert question.status_code == 302
    assert "/follow/" in question["Location"], question["Location"]
    form = page_of(client.get(question["Location"])).select_one("form:has(fieldset)")
    data = {field["name"]: field["value"] for field in form.select('input[type="hidden"]')}
    offered = {field["value"] for field in form.select('input[name="page"]')}
    chosen = [key_of(page) for page in pages]
    assert set(chosen) <= offered
    return client.post(question["Location"], {**data, button: "yes", "page": chosen})


def live() -> set[str]:
    pages = Page.objects.live().filter(slug__startswith="offer-nl")
    return set(pages.values_list("locale__language_code", flat=True))


def said(response: Any) -> str:
    return " / ".join(str(message).strip() for message in get_messages(response.wsgi_request))


def noted(page: Page) -> list[tuple[str, str]]:
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="cop_translation.")
    return [(each.action, each.data["act"]) for each in entries.order_by("pk")]


def test_translations_of_a_page_that_goes_off_the_site_stay_until_somebody_says_so(
    family: Family,
) -> None:
    client = client_of(family.both)

    question = unpublish(client, family.nl)

    assert live() == {"en", "fr"}
    assert noted(family.en) == [(STAYED, "unpublish")]
    asked = page_of(client.get(question["Location"]))
    assert [words(label) for label in asked.select("fieldset label")] == ["Offer (en) (English)"]
    assert "Its translations are still on it." in words(asked)
    assert RIGHTS in words(asked)


def test_what_is_checked_follows(family: Family) -> None:
    client = client_of(family.both)

    response = answer(client, unpublish(client, family.nl), "follow", family.en)

    assert live() == {"fr"}
    assert noted(family.en) == [(STAYED, "unpublish"), (FOLLOWED, "unpublish")]
    assert response["Location"] == reverse("wagtailadmin_explore", args=[family.nl.get_parent().pk])
    assert "Translations that followed: Offer (en) (English)." in said(response)


def test_what_is_left_stays(family: Family) -> None:
    client = client_of(family.owner)

    answer(client, unpublish(client, family.nl), "leave", family.en, family.fr)

    assert live() == {"en", "fr"}


def test_what_is_not_checked_stays(family: Family) -> None:
    client = client_of(family.owner)

    answer(client, unpublish(client, family.nl), "follow", family.fr)

    assert live() == {"en"}


def test_who_may_do_nothing_is_told_and_not_asked(family: Family) -> None:
    """Wagtail's own cascade would have unpublished English for an editor of Dutch."""
    response = unpublish(client_of(family.dutch), family.nl)

    assert response["Location"] == reverse("wagtailadmin_explore", args=[family.nl.get_parent().pk])
    assert live() == {"en", "fr"}
    assert "Offer (en) (English), Offer (fr) (French)" in said(response)


def test_a_translation_goes_alone(family: Family) -> None:
    response = unpublish(client_of(family.owner), family.en)

    assert live() == {"nl", "fr"}
    assert "/follow/" not in response["Location"]
    assert noted(family.nl) == noted(family.fr) == []


def test_in_bulk_all_are_asked_at_once(family: Family) -> None:
    client = client_of(family.both)

    question = bulk(client, "unpublish", family.nl, family.there_nl)
    answer(client, question, "follow", family.en, family.there_en)

    assert live() == {"fr"}
    assert not Page.objects.get(pk=family.there_en.pk).live


def test_translations_of_a_deleted_page_are_asked_for(family: Family) -> None:
    client = client_of(family.both)

    question = delete(client, family.nl)
    kept = Page.objects.filter(pk__in=[family.en.pk, family.fr.pk]).count()
    answer(client, question, "follow", family.en)

    assert kept == 2
    assert not Page.objects.filter(pk=family.en.pk).exists()
    assert noted(family.fr) == [(STAYED, "delete")]


def test_pages_that_are_deleted_in_bulk_are_asked_for(family: Family) -> None:
    client = client_of(family.owner)

    answer(client, bulk(client, "delete", family.nl), "follow", family.en, family.fr)

    assert not Page.objects.filter(pk__in=[family.en.pk, family.fr.pk]).exists()


def test_a_tree_that_is_deleted_takes_the_pages_beneath_along(family: Family) -> None:
    """Each page of it had a translation: some go with the one above them."""
    child = make_offer(slug="child")
    child.move(family.nl, pos="last-child")
    child_en = translate(child)
    family.owner.groups.get().page_permissions.create(
        page=Page.get_first_root_node(), permission=permissions(Page, ["bulk_delete"]).get()
    )
    client = client_of(User.objects.get(pk=family.owner.pk))

    question = delete(client, Page.objects.get(pk=family.nl.pk))
    response = answer(client, question, "follow", family.en, family.fr, child_en)

    assert not Page.objects.filter(pk__in=[family.en.pk, family.fr.pk, child_en.pk]).exists()
    assert "stayed" not in said(response)


def test_what_is_still_in_use_stays_and_that_is_said(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(family.both)
    question = delete(client, family.nl)

    def in_use(*args: Any, **kwargs: Any) -> None:
        raise ProtectedError("in use", set())

    monkeypatch.setattr("wagtail.models.Page.delete", in_use)
    response = answer(client, question, "follow", family.en)

    assert Page.objects.filter(pk=family.en.pk).exists()
    assert "cannot be done there by you: Offer (en) (English)" in said(response)


def test_translations_move_along_where_there_is_a_place(family: Family) -> None:
    client = client_of(family.owner)

    response = answer(client, move(client, family.nl, family.there_nl), "follow", family.en)

    assert Page.objects.get(pk=family.en.pk).get_parent().pk == family.there_en.pk
    # The new place has no page in French.
    assert Page.objects.get(pk=family.fr.pk).get_parent().pk == family.fr.get_parent().pk
    assert noted(family.fr) == [(STAYED, "move")]
    assert "Offer (en)" in said(response)


def test_a_page_that_is_put_in_another_order_asks_nothing(family: Family) -> None:
    family.nl.move(family.there_nl, pos="right", user=family.owner)

    assert noted(family.en) == []


def test_an_answer_holds_for_what_was_asked_alone(family: Family) -> None:
    """An address that was changed, or is older than a day, does nothing."""
    client = client_of(family.owner)
    url = reverse("cop_translation_follow", args=["delete"])

    response = client.post(url, {"of": "x", "page": [key_of(family.en)], "follow": "yes"})

    assert said(response) == "This question is not open any more."
    assert Page.objects.filter(pk=family.en.pk).exists()


def test_who_lost_the_right_meanwhile_does_nothing(family: Family) -> None:
    question = unpublish(client_of(family.both), family.nl)

    response = client_of(family.dutch).post(
        question["Location"],
        {"page": [key_of(family.en)], "follow": "yes"},
    )

    assert response.status_code == 302
    assert live() == {"en", "fr"}


def test_the_guard_can_be_off(family: Family, settings: Any) -> None:
    settings.COP_TRANSLATION_GUARDS_OFF = ["cascade"]

    response = delete(client_of(family.owner), family.nl)

    assert "/follow/" not in response["Location"]
    assert noted(family.en) == []
