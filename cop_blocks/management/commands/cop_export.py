"""Everything of ours in a folder, for whoever goes on without us."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cop_blocks.leaving.writing import export


class Command(BaseCommand):
    help = (
        "Writes sessions, initiatives, good practices, themes, organisations, people and terms, in "
        "all languages, into a folder: for each a JSON file with everything and a CSV file for a "
        "spreadsheet, and a list of the images and documents that they use."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="an empty folder, or one to make")
        parser.add_argument(
            "--with-files", action="store_true", help="copy the images and documents too"
        )

    def handle(self, *args: Any, folder: Path, with_files: bool, **options: Any) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise CommandError(
                    _("The folder “%(folder)s” is not empty. Choose another one.")
                    % {"folder": folder}
                )
            for name, number in export(folder, with_files=with_files):
                self.stdout.write(f"{name}: {number}")
        except OSError as error:
            raise CommandError(
                _("The folder “%(folder)s” cannot be written (%(reason)s). Choose another one.")
                % {"folder": folder, "reason": error.strerror}
            ) from error
