"""Run inside the demo: lets its accounts work in one language, and signs each of them in."""

import json

from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

from cop_catalog.models import InitiativePage
from cop_events.models import SessionPage
from cop_site.demo.accounts import ACCOUNTS
from tests.browser.stories.accounts import session_of

#: Who the pages of the handbook speak to, by the account of the demo.
ROLES = {account.role: account.username for account in ACCOUNTS}


def tell(language: str) -> None:
    """Print the key of each role's session."""
    keys = {}
    for role, username in ROLES.items():
        user = get_user_model().objects.get(username=username)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        keys[role] = session_of(user)
    print("KEYS", json.dumps(keys))
