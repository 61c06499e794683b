from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from cop_blocks.leaving.everything import standing
from cop_blocks.management.commands.cop_uninstall import told
from cop_blocks.setup.arguments import chosen_languages, chosen_parent, chosen_site
from cop_blocks.setup.registry import steps
from cop_blocks.setup.removal import Removal
from cop_blocks.setup.run import LEFT, MADE, TAKEN, THERE, SetupRun


class Command(BaseCommand):
    help = (
        "Makes vocabularies, the page tree and the groups of editors. Asks nothing, may be run "
        "again, and touches nothing that somebody changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--languages",
            help="Languages to make pages in, with commas: nl,en. Default: all of the site.",
        )
        parser.add_argument("--site", help="Host name of the site. Default: the default site.")
        parser.add_argument(
            "--parent",
            help="Address path of the page to make the tree beneath. Default: the home page.",
        )
        parser.add_argument(
            "--create-home",
            action="store_true",
            help="Make a draft home page in a language that has none.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Write nothing; tell what would be done."
        )
        parser.add_argument(
            "--remove",
            action="store_true",
            help="Take away what setup made and nobody changed.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.verbosity: int = options["verbosity"]
        self.counts = {MADE: 0, THERE: 0, LEFT: 0, TAKEN: 0}
        with transaction.atomic():
            if options["remove"]:
                self._remove(options)
            else:
                self._make(options)
        self._sum_up(options["dry_run"])
        if options["remove"] and not options["dry_run"] and self.verbosity:
            self._tell_what_stands()

    def _make(self, options: dict[str, Any]) -> None:
        site = chosen_site(options["site"])
        parent = chosen_parent(site, options["parent"])
        run = SetupRun(
            site=site,
            languages=chosen_languages(options["languages"], first=parent.locale.language_code),
            parent=parent,
            is_dry=options["dry_run"],
            may_create_home=options["create_home"],
            tell=self._tell,
        )
        for step in steps():
            step.run(run)

    def _remove(self, options: dict[str, Any]) -> None:
        named = options["languages"]
        Removal(
            site=chosen_site(options["site"]) if options["site"] else None,
            languages=chosen_languages(named, first="") if named else None,
            is_dry=options["dry_run"],
            tell=self._tell,
        ).run()

    def _tell_what_stands(self) -> None:
        """For whoever takes the apps away: what is left to do."""
        self.stdout.write(_("What stands of ours now (see docs/uninstall.md):"))
        for line in told(standing()):
            self.stdout.write(f"  {line}")

    def _tell(self, mark: str, text: str) -> None:
        self.counts[mark] += 1
        style = {MADE: self.style.SUCCESS, TAKEN: self.style.SUCCESS, LEFT: self.style.WARNING}
        if self.verbosity > 1 or (self.verbosity == 1 and mark != THERE):
            self.stdout.write(style.get(mark, str)(f"{mark} {text}"))

    def _sum_up(self, is_dry: bool) -> None:
        if not self.verbosity:
            return
        line = _("%(made)d made, %(there)d there already, %(taken)d taken away, %(left)d left.") % {
            "made": self.counts[MADE],
            "there": self.counts[THERE],
            "taken": self.counts[TAKEN],
            "left": self.counts[LEFT],
        }
        self.stdout.write(line)
        if is_dry:
            self.stdout.write(_("This was a dry run: nothing was written."))
