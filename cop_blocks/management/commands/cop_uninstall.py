"""What of ours still stands, and how to be rid of it."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from cop_blocks.leaving.everything import Standing, delete_everything, standing

NAMED = 10


class Command(BaseCommand):
    help = (
        "Tells what of ours stands in the site and what to do before the apps are taken away. With "
        "--delete everything is deleted for good, after a confirmation. See docs/uninstall.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--delete",
            action="store_true",
            help="delete all pages, organisations, people and terms of ours, changed or not",
        )
        parser.add_argument(
            "--confirm", metavar="TEXT", help="the confirmation, for whoever cannot type it"
        )

    def handle(self, *args: Any, delete: bool, confirm: str | None, **options: Any) -> None:
        stands = standing()
        for line in told(stands):
            self.stdout.write(line)
        if not delete:
            return
        if stands.strangers:
            raise CommandError(
                _("Pages of your own lie beneath pages of ours. Move them first: %(pages)s.")
                % {"pages": ", ".join(str(page) for page in stands.strangers[:NAMED])}
            )
        wanted = f"delete {stands.page_count} pages"
        if confirm is None:
            question = _(
                "This cannot be undone; cop_export makes a copy. Type “%(text)s” to go on: "
            )
            confirm = input(question % {"text": wanted})
        if confirm.strip() != wanted:
            raise CommandError(_("That is not “%(text)s”. Nothing was deleted.") % {"text": wanted})
        try:
            delete_everything()
        except ProtectedError as error:
            things = ", ".join(str(thing) for thing in list(error.protected_objects)[:NAMED])
            raise CommandError(
                _("Something of your own holds on to ours: %(things)s. Nothing was deleted.")
                % {"things": things}
            ) from error
        for line in told(standing()):
            self.stdout.write(line)


def told(stands: Standing) -> Iterator[str]:
    """What there is, and for each what to do."""
    for name, number in sorted(stands.pages.items()):
        yield f"{number} {name}"
    for number, name in (
        (stands.organisations, _("organisations")),
        (stands.people, _("people")),
        (stands.terms, _("terms")),
    ):
        if number:
            yield f"{number} {name}"
    if stands.carrying:
        yield (
            _("%(number)d pages of your own carry terms; only the terms go.")
            % {"number": stands.carrying}
        )
    if stands.with_blocks:
        yield (
            _("%(number)d texts of your own hold a live block. Run cop_remove_blocks --apply.")
            % {"number": stands.with_blocks}
        )
    if stands.is_clean:
        yield _("Nothing of ours stands in the way. Go on with “migrate … zero”.")
    elif stands.page_count:
        yield _(
            "Delete what you do not want to keep, or all of it with cop_uninstall --delete; "
            "cop_export makes a copy first."
        )
