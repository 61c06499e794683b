"""Makes the index anew from the pages, while visitors go on searching."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_blocks.progress_bar import ProgressBar
from cop_search import maintenance


class Command(BaseCommand):
    help = (
        "Makes the search index anew from all pages. Visitors go on searching meanwhile; it may be "
        "stopped at any moment."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--continue",
            action="store_true",
            dest="go_on",
            help="Goes on where the last run was stopped.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = maintenance.Progress(0, 0, 0)
        bar = ProgressBar(self.stdout)
        try:
            for progress in maintenance.rebuild(go_on=options["go_on"]):
                if options["verbosity"] > 0:
                    bar.show(progress.done, progress.total)
        except KeyboardInterrupt:
            bar.close()
            self.stderr.write(
                f"Stopped after {progress.done} of {progress.total} pages. All pages are still "
                "found; --continue does the others."
            )
            sys.exit(130)
        bar.close()
        if progress.failed:
            self.stderr.write(f"{progress.failed} pages could not be read; the log says why.")
        if options["verbosity"] > 0:
            self.stdout.write(f"{progress.total} pages looked at.")
