"""One account for each role; they exist only where DEBUG is on."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from wagtail.users.models import UserProfile

from cop_blocks.models import Organisation, OrganisationMember, SetupRecord


@dataclass(frozen=True, slots=True)
class Account:
    """``group`` is the code of a group that ``cop_setup`` made; none is the administrator's."""

    username: str
    role: str
    first_name: str
    group: str = ""
    #: The name of the organisation that it edits for.
    organisation: str = ""

    @property
    def password(self) -> str:
        return f"{self.username}-demo"


ACCOUNTS = (
    Account("beheer", "administrator", "Bea"),
    Account("redacteur", "editor", "Ed", "editors"),
    Account("moderator", "moderator", "Mo", "moderators"),
    Account("vertaler", "translator", "Vera", "translators"),
    Account("partner", "contributor", "Pim", "contributors", "Loket Voorbeeld"),
)


def administrator() -> Any:
    """The account in whose name the demonstration is filled."""
    refuse_without_debug()
    return _make(ACCOUNTS[0])


def make_accounts() -> None:
    """Make all accounts; the groups have to be there.

    Raises:
        CommandError: DEBUG is off, and everybody knows these passwords.
    """
    refuse_without_debug()
    for account in ACCOUNTS:
        user = _make(account)
        if account.group:
            user.groups.add(SetupRecord.objects.get(key=f"groups:{account.group}").thing())
        if account.organisation:
            organisation = Organisation.objects.get(name=account.organisation)
            OrganisationMember.objects.get_or_create(organisation=organisation, user=user)


def refuse_without_debug() -> None:
    if not settings.DEBUG:
        raise CommandError(
            "The demo accounts have passwords that everybody knows, so they are only made with "
            "DEBUG = True. Use --no-accounts to fill a site without them."
        )


def _make(account: Account) -> Any:
    User = get_user_model()
    user = User.objects.filter(username=account.username).first()
    if user is None:
        make = User.objects.create_user if account.group else User.objects.create_superuser
        user = make(
            account.username,
            email=f"{account.username}@voorbeeld.example",
            password=account.password,
            first_name=account.first_name,
            last_name="Voorbeeld",
        )
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "nl"
        profile.save()
    return user
