"""Run inside the demo: lets its accounts work in one language, and signs each of them in."""

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile
from wagtail_localize.operations import translate_object

from cop_blocks.models import Organisation, Term
from cop_catalog.models import InitiativeIndexPage, InitiativePage
from cop_search.models import BestBet, SearchCount, Synonym
from cop_site.demo.accounts import ACCOUNTS
from tests.browser.stories.accounts import session_of
from tools.handbook.titles import ASKED, PAGES, SEARCHES, UNTRANSLATED

ROLES = {account.role: account.username for account in ACCOUNTS}


def tell(language: str) -> None:
    """Print the key of each role's session, and the keys of things."""
    sessions = {}
    for role, username in ROLES.items():
        user = get_user_model().objects.get(username=username)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        sessions[role] = session_of(user)
    print("TOLD", json.dumps({"sessions": sessions, "things": things()}))


def things() -> dict[str, int]:
    pages = Page.objects.filter(locale__language_code="nl", depth__gt=3)
    found: dict[str, Any] = {name: pages.get(title=title) for name, title in PAGES.items()}
    found["translation"] = found["past"].get_translations().get()
    found["untranslated"] = initiative(UNTRANSLATED)
    found["asked"] = initiative(ASKED)
    translate_object(found["asked"], [Locale.objects.get(language_code="en")])
    found["organisation"] = Organisation.objects.get(name="Loket Voorbeeld")
    found["term"] = Term.objects.get(name="theme.digitalisation")
    found["bet"] = BestBet.objects.get(words__startswith="subsidie")
    found["synonym"] = Synonym.objects.get(words__startswith="zzp")
    count_searches(found["bet"].site_id)
    found["loan"] = Term.objects.get(name="support-type.loan")
    return {name: thing.pk for name, thing in found.items()}


def count_searches(site_id: int) -> None:
    """A report with something in it."""
    for back, (text, number, without) in enumerate(SEARCHES):
        SearchCount.objects.create(
            day=timezone.localdate() - timedelta(days=3 * back),
            site_id=site_id,
            locale="nl",
            key=text,
            text=text,
            number=number,
            without_results=without,
        )


def initiative(texts: dict[str, str]) -> InitiativePage:
    index = InitiativeIndexPage.objects.get(locale__language_code="nl")
    page = InitiativePage(locale=index.locale, **texts)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page
