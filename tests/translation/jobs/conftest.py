"""An offer with two pages below it, and the homes of three languages."""

from typing import Any

import pytest
from wagtail.users.models import UserProfile

from cop_blocks.translation.jobs import starting
from tests.blocks.facts.factories import home, locale
from tests.hosts.hostpages.models import OfferPage


@pytest.fixture
def root(db: Any) -> Any:
    for language in ("nl", "en", "fr"):
        home(language)
    page = home().add_child(instance=OfferPage(title="Steun", locale=locale("nl")))
    for title in ("Een", "Twee"):
        page.add_child(instance=OfferPage(title=title, locale=locale("nl")))
    return OfferPage.objects.get(pk=page.pk)


@pytest.fixture
def job(root: Any, admin_user: Any) -> Any:
    """Three pages into two languages, not begun."""
    return starting.start(admin_user, root, [locale("en"), locale("fr")])


@pytest.fixture
def admin_user(admin_user: Any) -> Any:
    """Who reads English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_user
