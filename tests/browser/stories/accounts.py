"""The people of the stories: one of each role in each language, made in the demo's own database.

They have the groups that ``cop_setup`` made and nothing else, as the demo's accounts do; those are
left to the other tests, which change their language.
"""

import json
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Locale, Site
from wagtail.users.models import UserProfile

from cop_blocks.models import Organisation, OrganisationMember, Person, SetupRecord, Term
from cop_catalog.models import GoodPracticeIndexPage, InitiativeIndexPage, InitiativePage
from cop_events.models import SessionIndexPage, SessionPage
from tests.browser.pages import LANGUAGES

#: Each role and the group that it has; none is the administrator's.
GROUPS = {
    "editor": "editors",
    "moderator": "moderators",
    "translator": "translators",
    "partner": "contributors",
    "owner": "",
}
#: For which organisation the partner's editor writes.
PROVIDER = "Loket Voorbeeld"


def name_of(role: str, language: str) -> str:
    return f"story-{role}-{language}"


def tell() -> None:
    """Make who is not there; print the keys of their sessions and of the things they go to."""
    keys = {
        name_of(role, language): session_of(make(role, language))
        for role in GROUPS
        for language in LANGUAGES
    }
    print("PEOPLE", json.dumps({"sessions": keys, "things": things()}))


def things() -> dict[str, int]:
    """The keys that addresses of the admin are made of."""
    initiatives = InitiativePage.objects.filter(locale__language_code="nl").order_by("path")
    own = initiatives.filter(organisation_rows__organisation__name=PROVIDER).first()
    foreign = initiatives.exclude(organisation_rows__organisation__name=PROVIDER).first()
    found = {
        "home": Site.objects.get(is_default_site=True).root_page,
        "sessions": SessionIndexPage.objects.filter(locale__language_code="nl").first(),
        "session": SessionPage.objects.filter(first_day__isnull=False).order_by("path").first(),
        "support": InitiativeIndexPage.objects.get(locale__language_code="nl"),
        "practices": GoodPracticeIndexPage.objects.get(locale__language_code="nl"),
        "own": own,
        "foreign": foreign,
        "foreign_en": foreign.get_translation(Locale.objects.get(language_code="en")),
        "unused": Organisation.objects.get_or_create(name="Niemand Voorbeeld")[0],
        "person": Person.objects.order_by("pk").first(),
        "image": get_image_model().objects.order_by("pk").first(),
        "term": Term.objects.order_by("pk").first(),
        "site": Site.objects.get(is_default_site=True),
    }
    return {name: thing.pk for name, thing in found.items()}


def make(role: str, language: str) -> object:
    name, group = name_of(role, language), GROUPS[role]
    user, _is_new = get_user_model().objects.get_or_create(
        username=name,
        defaults={
            "email": f"{name}@voorbeeld.example",
            "first_name": role.capitalize(),
            "last_name": language.upper(),
            "is_superuser": not group,
        },
    )
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    if group:
        user.groups.add(SetupRecord.objects.get(key=f"groups:{group}").thing())
    if role == "partner":
        organisation = Organisation.objects.get(name=PROVIDER)
        OrganisationMember.objects.get_or_create(organisation=organisation, user=user)
    return user


def session_of(user: object) -> str:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    login(request, user, "django.contrib.auth.backends.ModelBackend")
    request.session.save()
    return str(request.session.session_key)
