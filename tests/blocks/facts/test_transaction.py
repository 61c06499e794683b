"""What happens with a push: all or nothing, one signal a page after commit, a new cache key."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db.models.signals import post_save
from wagtail.signals import page_published

from cop_blocks.base_page import Page
from tests.blocks.facts.factories import fresh, group, make_offer, publish
from tests.hosts.hostpages.models import OfferPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def published() -> Any:
    """The ``page_published`` signals that are marked as facts: (page id, its place, live)."""
    seen: list[tuple[int, str, bool]] = []

    def receive(instance: OfferPage, **kwargs: Any) -> None:
        if kwargs.get("facts"):
            assert kwargs["revision"] == fresh(instance).live_revision
            seen.append((instance.pk, fresh(instance).place, instance.live))

    page_published.connect(receive)
    yield seen
    page_published.disconnect(receive)


@pytest.fixture(autouse=True)
def hook() -> Any:
    OfferPage.published_facts.clear()
    yield OfferPage.published_facts
    OfferPage.published_facts.clear()


def test_each_changed_live_translation_is_announced_once_after_commit(
    published: Any, django_capture_on_commit_callbacks: Any
) -> None:
    source, english, french = group("en", "fr")
    fresh(french).unpublish()
    alias = english.create_alias(update_slug="alias")
    with django_capture_on_commit_callbacks() as callbacks:
        publish(source, place="Delft")
    assert published == []
    for callback in callbacks:
        callback()

    assert sorted(published) == [(english.pk, "Delft", True), (alias.pk, "Delft", True)]


def test_nothing_is_announced_or_stored_when_no_fact_changed(
    published: Any, django_capture_on_commit_callbacks: Any
) -> None:
    source, english = group("en")
    before = fresh(english).last_published_at
    with django_capture_on_commit_callbacks(execute=True):
        publish(source, summary="Other text")

    assert published == []
    assert fresh(english).last_published_at == before


def test_cache_key_of_a_translation_changes_with_its_facts() -> None:
    source, english = group("en")
    before = fresh(english).cache_key
    publish(source, partner_rows=[])

    assert fresh(english).cache_key != before


def test_search_and_others_hear_of_a_translation_whose_rows_alone_changed() -> None:
    source, english = group("en")
    saved: list[int] = []

    def receive(instance: OfferPage, **kwargs: Any) -> None:
        saved.append(instance.pk)

    post_save.connect(receive, sender=OfferPage)
    try:
        publish(source, partner_rows=[])
    finally:
        post_save.disconnect(receive, sender=OfferPage)
    assert saved.count(english.pk) == 1


def test_failing_push_takes_the_publication_back() -> None:
    source, english = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place = "Delft"
    revision = draft.save_revision()
    real_save = Page.save

    def fail_on_the_translation(page: Any, *args: Any, **kwargs: Any) -> Any:
        if page.pk == english.pk:
            raise RuntimeError("no room")
        return real_save(page, *args, **kwargs)

    with patch.object(Page, "save", fail_on_the_translation), pytest.raises(RuntimeError):
        revision.publish()

    assert fresh(source).place == fresh(english).place == "Rotterdam"


def test_failing_hook_takes_the_publication_back() -> None:
    source, english = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place = "Delft"
    revision = draft.save_revision()
    with (
        patch.object(OfferPage, "facts_published", side_effect=RuntimeError("no room")),
        pytest.raises(RuntimeError),
    ):
        revision.publish()

    assert fresh(source).place == fresh(english).place == "Rotterdam"


def test_hook_is_called_for_the_live_source_alone(hook: Any) -> None:
    source, english = group("en")
    source.create_alias(update_slug="alias")
    hook.clear()

    publish(english, summary="Text")
    draft = fresh(source, place="Secret")
    draft.save_revision()
    assert hook == []

    draft.save_revision().publish()
    assert hook == [(source.pk, "Secret")]


def test_hook_of_a_partial_save_sees_what_is_stored(hook: Any) -> None:
    source = make_offer()
    hook.clear()
    page = fresh(source, place="Not stored", amount="1.00")
    page.save(update_fields=["amount"])

    assert hook == [(source.pk, "Rotterdam")]


def test_hook_is_not_called_for_flags_of_the_row(hook: Any) -> None:
    source = make_offer()
    hook.clear()
    fresh(source).save(update_fields=["has_unpublished_changes"])

    assert hook == []


def test_hook_is_not_called_for_a_page_that_is_not_live(hook: Any) -> None:
    source = make_offer()
    hook.clear()
    fresh(source).unpublish()
    fresh(source, place="Delft").save()

    assert hook == []


def test_partial_save_of_a_fact_follows() -> None:
    source, english = group("en")
    fresh(source, place="Delft", amount="1.00").save(update_fields=["place"])

    assert fresh(english).place == "Delft"
    assert fresh(english).amount == fresh(source).amount == 2500
