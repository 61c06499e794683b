"""Each host's folder is tested with that host's settings only (``--ds=tests.hosts.NAME.settings``);
``test_every_host.py`` runs with each of them, and with the reference site's."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

HOSTS = Path(__file__).parent
HOME_PAGES = ("cop_site.HomePage", "ownhome.OwnHomePage", "customhome.CustomHomePage")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    host = collection_path.relative_to(HOSTS).parts[:1]
    folders = {path.parent.name for path in HOSTS.glob("*/settings.py")}
    if host and host[0] in folders and host[0] not in settings.SETTINGS_MODULE.split("."):
        return True
    return None


@pytest.fixture
def home(db: None) -> Any:
    """The host's own home page, at the root of its site, in its default language."""
    from wagtail.coreutils import get_supported_content_language_variant
    from wagtail.models import Collection, Locale, Site

    from cop_blocks.base_page import Page

    language = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    Locale.objects.get_or_create(language_code=language)
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    Site.objects.all().delete()
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    for welcome in root.get_children():
        welcome.delete()
    label = next(label for label in HOME_PAGES if apps.is_installed(label.partition(".")[0]))
    page = Page.objects.get(pk=root.pk).add_child(
        instance=apps.get_model(label)(title="Home", slug="home", locale=Locale.get_default())
    )
    Site.objects.create(hostname="testserver", root_page=page, is_default_site=True)
    return page
