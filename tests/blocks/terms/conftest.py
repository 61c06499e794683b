from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import Locale, Page, Site

from tests.blocks.terms import factories


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Messages are read in English, also after a request: that leaves its language active."""
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def home(db: None) -> Page:
    """The home page of the site, in English."""
    Locale.objects.get_or_create(language_code="nl")
    locale, _ = Locale.objects.get_or_create(language_code="en")
    Site.objects.all().delete()
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = root.add_child(instance=Page(title="Home", slug="home-of-tests", locale=locale))
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    return home


@pytest.fixture
def editor(home: Page) -> Client:
    """A browser in which an administrator works in English."""
    client = Client()
    client.force_login(factories.administrator())
    return client


@pytest.fixture
def theme(db: None) -> Any:
    return factories.vocabulary("theme")
