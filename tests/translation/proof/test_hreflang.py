"""Versions of a page name each other, in its head and in the sitemap, and never what is no version
for a visitor: an alias, a draft, what is still being translated."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory, TestCase
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site
from wagtail_localize.operations import translate_object

from cop_blocks.languages import alternates
from cop_blocks.models import InformationPage
from cop_blocks.translation.guards.publishing import UnfinishedError
from tests.blocks.facts.factories import fresh, locale
from tests.translation.freshness.world import change, translation_of
from tests.translation.guards.steps import approve
from tests.translation.proof.everything import Everything
from tests.translation.proof.reading import get, sitemap, versions
from tests.translation.proof.words import translated

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a new rendition for the garbage collector to close.
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

HOST = "http://localhost"


def pages_of(site: Everything, language: str) -> dict[str, dict[str, str]]:
    """The full address of each page of any type, and of each organisation, with the versions that
    its head names."""
    read = site.read(language)
    return {
        f"{HOST}{path}": each.versions for path, each in read.items() if each.versions is not None
    }


def test_every_page_and_its_translation_name_each_other(site: Everything) -> None:
    dutch, english = (pages_of(site, language) for language in ("nl", "en"))
    expected = {}
    for address in dutch:
        other = translated(address.replace("/nl/", "/en/"))
        expected[address] = {"nl": address, "en": other, "x-default": address}
    assert dutch == expected
    assert english == {named["en"]: named for named in expected.values()}
    assert len(dutch) > len(site.pages)


def test_the_sitemap_has_each_page_once_with_the_same_versions(site: Everything) -> None:
    listed = sitemap()
    assert len(dict(listed)) == len(listed)
    assert dict(listed) == pages_of(site, "nl") | pages_of(site, "en")


def draft(page: Any) -> None:
    Page.objects.filter(pk=page.pk).update(live=False)


def alias(page: Any) -> None:
    original = Page.objects.get(translation_key=page.translation_key, locale=locale("nl"))
    Page.objects.filter(pk=page.pk).update(alias_of=original)


def private(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def gone(page: Any) -> None:
    if Page.objects.filter(pk=page.pk).exists():
        Page.objects.get(pk=page.pk).delete()


@pytest.mark.parametrize("hide", [draft, alias, private, gone])
def test_no_page_of_any_type_names_a_version_that_visitors_do_not_get(
    site: Everything, hide: Callable[[Any], None]
) -> None:
    home, *pages = site.pages
    for version in [page.get_translation(locale("en")) for page in pages]:
        hide(version)
    named = {}
    for page in pages:
        request = RequestFactory().get(page.url, headers={"host": "localhost"})
        with translation.override("nl"):
            named[page.url] = [link.full_url for link in alternates(fresh(page), request)]
    assert named == dict.fromkeys(named, [])
    listed = {place: found for place, found in sitemap() if place.startswith(f"{HOST}/en/")}
    assert set(listed) == {home.get_translation(locale("en")).full_url}
    others = [found for place, found in sitemap() if place != home.full_url and "/nl/" in place]
    assert others == [{}] * len(others)


def state(page: Any) -> tuple[bool, bool]:
    """Whether the head of the Dutch page names an English version, and whether the sitemap does:
    for both it is there and there is a way back, or neither."""
    Site.clear_site_root_paths_cache()
    place = f"{HOST}{page.url}"
    named, listed = versions(get(page.url)), dict(sitemap())
    assert named is not None
    assert listed[place] == named
    for language, address in named.items():
        if language == "en":
            assert (versions(get(address.removeprefix(HOST))), listed[address]) == (named, named)
    return "en" in named, any(found.get("nl") == place for found in listed.values())


HIDDEN, SHOWN = (False, False), (True, True)


@pytest.mark.parametrize("starts_as_alias", [False, True])
def test_a_translation_is_named_from_the_moment_it_is_finished_and_published(
    site: Everything, starts_as_alias: bool
) -> None:
    page = InformationPage(title="Nieuw", slug="nieuw", introduction="Zin", locale=locale("nl"))
    fresh(site.pages[0]).add_child(instance=page)
    assert state(page) == HIDDEN
    if starts_as_alias:
        page.copy_for_translation(locale("en"), alias=True)
        assert state(page) == HIDDEN
    translate_object(page, [locale("en")])
    assert state(page) == HIDDEN
    record = translation_of(page)
    approve(record, but=("introduction",))
    with pytest.raises(UnfinishedError), TestCase.captureOnCommitCallbacks(execute=True):
        record.save_target(publish=True)
    assert state(page) == HIDDEN
    approve(record)
    with TestCase.captureOnCommitCallbacks(execute=True):
        record.save_target(publish=True)
    assert state(page) == SHOWN
    # What is out of date stays a version, until somebody takes it off the site.
    page = change(fresh(page), introduction="Andere zin")
    assert state(page) == SHOWN
    page.get_translation(locale("en")).unpublish()
    assert state(page) == HIDDEN
