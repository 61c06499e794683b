"""``manage.py check`` tells a host what is wrong with its set-up."""

import pytest
from pytest_django import Settings

from cop_blocks import checks
from cop_blocks.listings import registry
from tests.told import told


def ids(messages: list) -> list[str]:
    return [message.id for message in messages]


def test_the_reference_site_is_set_up_right() -> None:
    assert told() == []


def test_wagtail_localize_with_a_base_page_of_the_host_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checks, "PAGE_MODEL", "basepage.BasePage")
    (error,) = checks.check_apps()
    assert (error.id, error.is_serious()) == ("cop_blocks.E001", True)
    assert "basepage.BasePage" in error.msg
    assert "wagtail.contrib.simple_translation" in error.hint


def test_a_base_page_of_the_host_alone_is_right(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "PAGE_MODEL", "basepage.BasePage")
    installed = [app for app in settings.INSTALLED_APPS if not app.startswith("wagtail_localize")]
    monkeypatch.setattr(checks.apps, "is_installed", installed.__contains__)
    assert checks.check_apps() == []


def test_wagtails_settings_app_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"wagtail_localize", "wagtail.contrib.typed_table_block"}
    monkeypatch.setattr(checks.apps, "is_installed", installed.__contains__)
    assert ids(checks.check_apps()) == ["cop_blocks.E002"]


def test_wagtails_table_editor_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"wagtail_localize", "wagtail.contrib.settings"}
    monkeypatch.setattr(checks.apps, "is_installed", installed.__contains__)
    assert ids(checks.check_apps()) == ["cop_blocks.E003"]


def test_a_listing_that_wagtail_asked_for_too_early_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert checks.check_listings() == []
    late = "cop_blocks.listings.viewsets.CommunityPagesViewSet"
    monkeypatch.setitem(registry._listings, late, 1)
    (error,) = checks.check_listings()
    assert (error.id, error.is_serious()) == ("cop_blocks.E004", True)
    assert late in error.msg
    assert "wagtail.snippets" in error.hint


def test_a_missing_base_template_is_told(settings: Settings) -> None:
    settings.COP_BASE_TEMPLATE = "nowhere/base.html"
    assert ids(checks.check_base_template()) == ["cop_blocks.W001"]
