"""The people of the stories: one of each role in each language, made in the demo's own database.

They have the groups that ``cop_setup`` made and nothing else, as the demo's accounts do; those are
left to the other tests, which change their language.
"""

import json
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest
from wagtail.users.models import UserProfile

from cop_blocks.models import Organisation, OrganisationMember, SetupRecord
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
    """Make who is not there, and print the keys of their sessions."""
    keys = {
        name_of(role, language): session_of(make(role, language))
        for role in GROUPS
        for language in LANGUAGES
    }
    print("PEOPLE", json.dumps(keys))


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
