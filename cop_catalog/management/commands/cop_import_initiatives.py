"""Import initiatives from a spreadsheet that was saved as CSV."""

from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_catalog.importing import ImportRefused, Report, import_initiatives
from cop_catalog.importing.plan import Action
from cop_catalog.models import InitiativeIndexPage


class Command(BaseCommand):
    help = "Import initiatives from a CSV file (UTF-8, semicolons). See docs/import.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the CSV file")
        parser.add_argument(
            "--index",
            help="the list of initiatives to import into: its number or its path; "
            "may be left out where there is only one",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would change, and change nothing"
        )
        parser.add_argument("--user", help="the user name that the changes are logged under")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_initiatives(
                options["file"],
                _index(options["index"]),
                user=_user(options["user"]),
                dry_run=options["dry_run"],
                progress=self._progress if options["verbosity"] else lambda done, total: None,
            )
        except ImportRefused as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            raise CommandError(
                ngettext(
                    "Nothing was imported: %(count)d mistake.",
                    "Nothing was imported: %(count)d mistakes.",
                    len(refused.problems),
                )
                % {"count": len(refused.problems)}
            ) from refused
        if options["verbosity"]:
            self._tell(report, dry_run=options["dry_run"])

    def _progress(self, done: int, total: int) -> None:
        if done == total or done % 10 == 0:
            self.stdout.write(_("%(done)d of %(total)d") % {"done": done, "total": total})

    def _tell(self, report: Report, *, dry_run: bool) -> None:
        for heading in report.ignored_columns:
            self.stdout.write(_("Column “%(column)s” is not imported.") % {"column": heading})
        for step in report.of(Action.LEAVE):
            self.stdout.write(
                _("%(title)s was left alone: %(reason)s.")
                % {"title": step.page.title, "reason": step.reason}
            )
        if dry_run:
            for step in [*report.of(Action.CREATE), *report.of(Action.UPDATE)]:
                what = ", ".join(sorted(step.changed)) or _("new")
                self.stdout.write(f"{step.row.external_id} {step.row.title}: {what}")
            self.stdout.write(_("Nothing was written: this was a dry run."))
        counts = {
            "new": len(report.of(Action.CREATE)),
            "changed": len(report.of(Action.UPDATE)),
            "same": len(report.of(Action.NOTHING)),
        }
        self.stdout.write(_("%(new)d new, %(changed)d changed, %(same)d as they were.") % counts)


def _index(asked: str | None) -> InitiativeIndexPage:
    indexes = list(InitiativeIndexPage.objects.all())
    if asked is None and len(indexes) == 1:
        return indexes[0]
    found = [page for page in indexes if asked and _is_asked(page, asked)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{page.pk} ({page.url_path})" for page in indexes) or _("none yet")
    raise CommandError(
        _("Say with --index which list of initiatives to import into. There are: %(known)s.")
        % {"known": known}
    )


def _is_asked(page: InitiativeIndexPage, asked: str) -> bool:
    path = asked.strip("/")
    address = urlsplit(page.full_url or "").path
    return asked == str(page.pk) or path in (page.url_path.strip("/"), address.strip("/"))


def _user(name: str | None) -> Any:
    if name is None:
        return None
    model = get_user_model()
    try:
        return model._default_manager.get_by_natural_key(name)
    except model.DoesNotExist:
        raise CommandError(_("There is no user “%(name)s”.") % {"name": name}) from None
