from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from cop_site.demo.accounts import ACCOUNTS, administrator, make_accounts, refuse_without_debug
from cop_site.demo.fill import fill, is_filled


class Command(BaseCommand):
    help = "Fills the reference site with the demonstration. Run again it changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--no-accounts",
            action="store_true",
            help="Make no accounts; the others are refused unless DEBUG is on.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with_accounts = not options["no_accounts"]
        self.verbosity: int = options["verbosity"]
        if not is_filled():
            if with_accounts:
                refuse_without_debug()
            fill(
                timezone.localdate(),
                author=administrator if with_accounts else None,
                accounts=make_accounts if with_accounts else None,
                tell=self._say,
            )
        self._tell_addresses()
        if with_accounts and settings.DEBUG:
            self._tell_accounts()

    def _say(self, text: str) -> None:
        if self.verbosity:
            self.stdout.write(text)

    def _tell_addresses(self) -> None:
        base = settings.WAGTAILADMIN_BASE_URL
        self._say(self.style.SUCCESS("The demonstration is ready."))
        self._say(f"  Site   {base}/nl/ and {base}/en/")
        self._say(f"  Admin  {base}/admin/")

    def _tell_accounts(self) -> None:
        for account in ACCOUNTS:
            self._say(f"  {account.role:<14} {account.username:<10} {account.password}")
