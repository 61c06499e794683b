"""From the report many are submitted and published, each with an answer."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from cop_blocks.translation.report import bulk
from tests.blocks.facts.factories import fresh, locale
from tests.rights import client_of, page_of, words
from tests.translation.guards.steps import approve, target_of
from tests.translation.rights.world import World

pytestmark = pytest.mark.django_db

ACT = "/admin/reports/cop-translations/act/"


def name(source: Any, language: str = "en") -> str:
    return f"{source.translation_key.hex}.{locale(language).pk}"


def told(world: World, role: str, act: str, *asked: str, capture: Any) -> Any:
    with capture(execute=True):
        response = client_of(world.people[role]).post(ACT, {"act": act, "row": asked})
    return page_of(response)


def lines(page: Any) -> list[str]:
    return [words(each).replace(" :", ":") for each in page.select("main li")]


def test_what_is_missing_is_submitted_and_stays_a_draft(
    world: World, django_capture_on_commit_callbacks
):
    capture = django_capture_on_commit_callbacks
    asked = (name(world.new), name(world.new, "fr"), name(world.page))
    page = told(world, "superuser", "submit", *asked, capture=capture)
    assert lines(page)[-3:] == [
        "Offer (nl) (English)",
        "Offer (nl) (French)",
        "Offer (nl) (English): it was submitted already",
    ]
    made = Page.objects.filter(translation_key=world.new.translation_key).exclude(pk=world.new.pk)
    assert [page.live for page in made] == [False, False]


def test_nobody_submits_or_publishes_without_the_right(
    world: World, django_capture_on_commit_callbacks
):
    capture = django_capture_on_commit_callbacks
    translation = world.translation(world.page)
    approve(translation)
    page = told(world, "editor_nl", "submit", name(world.new), capture=capture)
    assert lines(page)[-1] == "Offer (nl) (English): you may not submit it for this language"
    page = told(world, "translator_en", "publish", name(world.page), capture=capture)
    assert lines(page)[-1] == "Offer (nl) (English): you have no right to publish it"
    page = told(world, "translator_fr", "publish", name(world.page), capture=capture)
    assert lines(page)[-1] == "1 that is not there any more"
    assert (
        Translation.objects.filter(source__object_id=world.new.translation_key).exists(),
        target_of(translation).live,
    ) == (False, False)


def test_only_what_is_approved_is_published(world: World, django_capture_on_commit_callbacks):
    capture = django_capture_on_commit_callbacks
    ready, unfinished = world.translation(world.page), world.translation(world.both)
    approve(ready)
    approve(unfinished, kind="machine")
    asked = (name(world.page), name(world.both), name(world.new), "nonsense")
    page = told(world, "moderator_en", "publish", *asked, capture=capture)
    assert lines(page)[-4:] == [
        "Offer (nl) (English)",
        "Offer (nl) (English): it is not translated yet",
        "Offer (nl) (English): 4 texts are not approved yet",
        "1 that is not there any more",
    ]
    assert (target_of(ready).live, target_of(unfinished).live) == (True, False)
    page = told(world, "moderator_en", "publish", name(world.page), capture=capture)
    assert lines(page)[-1] == "Offer (nl) (English): visitors read it already"


def test_a_locked_page_is_left_as_it_is(world: World, django_capture_on_commit_callbacks):
    translation = world.translation(world.page)
    approve(translation)
    fresh(target_of(translation), locked=True, locked_by=world.people["superuser"]).save()
    page = told(
        world,
        "moderator_en",
        "publish",
        name(world.page),
        capture=django_capture_on_commit_callbacks,
    )
    assert lines(page)[-1] == "Offer (nl) (English): somebody locked it"
    assert not target_of(translation).live


def test_an_error_holds_up_no_other(world: World, monkeypatch, django_capture_on_commit_callbacks):
    from cop_blocks.translation.report import acting

    original = acting.make

    def breaks(source: Any, *args: Any) -> None:
        if source.pk == world.new.pk:
            raise RuntimeError
        original(source, *args)

    monkeypatch.setattr(acting, "make", breaks)
    asked = (name(world.new), name(world.page, "fr"))
    page = told(world, "superuser", "submit", *asked, capture=django_capture_on_commit_callbacks)
    assert lines(page)[-2:] == [
        "Offer (nl) (French)",
        "Offer (nl) (English): an unexpected error, which is logged",
    ]


def test_what_wagtail_localize_passes_over_is_told(
    world: World, monkeypatch, django_capture_on_commit_callbacks
):
    def refused(self: Any, *args: Any, **kwargs: Any) -> None:
        raise ValidationError({"title": ["Not this title."]})

    monkeypatch.setattr(TranslationSource, "create_or_update_translation", refused)
    capture = django_capture_on_commit_callbacks
    page = told(world, "superuser", "submit", name(world.new), capture=capture)
    assert lines(page)[-1] == "Offer (nl) (English): Not this title."
    assert not Translation.objects.filter(source__object_id=world.new.translation_key).exists()


def test_nothing_made_without_a_word_is_not_told_as_made(
    world: World, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(TranslationCreator, "create_translations", lambda *_: None)
    capture = django_capture_on_commit_callbacks
    page = told(world, "superuser", "submit", name(world.new), capture=capture)
    assert lines(page)[-1] == "Offer (nl) (English): an unexpected error, which is logged"


def test_what_takes_long_goes_on_with_a_click(
    world: World, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(bulk, "SECONDS", 0)
    asked = (name(world.new), name(world.new, "fr"))
    page = told(world, "superuser", "submit", *asked, capture=django_capture_on_commit_callbacks)
    form = page.select_one("main form[method=post]")
    assert [each["value"] for each in form.select("input[name=row]")] == [asked[1]]
    assert form.select_one("input[name=act]")["value"] == "submit"
    made = Page.objects.filter(translation_key=world.new.translation_key)
    assert made.count() == 2


def test_nothing_chosen_is_told(world: World):
    client = client_of(world.people["superuser"])
    for data in ({}, {"act": "submit"}, {"act": "nonsense", "row": ["x"]}):
        response = client.post(ACT, data, follow=True)
        assert "Choose what is to be submitted or published." in response.content.decode()
    assert client.get(ACT).headers["Location"] == "/admin/reports/cop-translations/"
