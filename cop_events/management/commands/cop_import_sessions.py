from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cop_events.importing import ImportResult, read_rows, write_rows
from cop_events.importing.reading import UnreadableFileError
from cop_events.importing.series import find_series


class Command(BaseCommand):
    help = (
        "Makes or updates the sessions of a series from a CSV file (UTF-8, semicolons; columns "
        "number;title;theme;when;place;mode;status). Known sessions are found by their number. "
        "Nothing is written while a row is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--index",
            required=True,
            help="The series: the path of its page, as in /nl/sessions/2026/, or its number.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")

    def handle(self, *args: Any, file: Path, index: str, dry_run: bool, **options: Any) -> None:
        series = find_series(index)
        try:
            rows, problems = read_rows(file.read_bytes(), series.locale.language_code)
        except OSError as error:
            raise CommandError(
                _("The file cannot be read: %(reason)s.") % {"reason": error.strerror}
            ) from error
        except UnreadableFileError as error:
            raise CommandError(str(error)) from error
        if problems:
            lines = [str(problem) for problem in problems]
            raise CommandError("\n".join([*lines, _("Nothing has been written.")]))
        self._report(write_rows(rows, series, dry_run=dry_run), dry_run)

    def _report(self, result: ImportResult, dry_run: bool) -> None:
        for label, titles in (
            (_("new"), result.created),
            (_("changed"), result.changed),
            (_("skipped: it has a draft that is not published"), result.skipped),
        ):
            for title in titles:
                self.stdout.write(f"{label}: {title}")
        self.stdout.write(
            _("%(created)s new, %(changed)s changed, %(unchanged)s the same, %(skipped)s skipped.")
            % {
                "created": len(result.created),
                "changed": len(result.changed),
                "unchanged": len(result.unchanged),
                "skipped": len(result.skipped),
            }
        )
        if dry_run:
            self.stdout.write(_("This was a dry run: nothing has been written."))
