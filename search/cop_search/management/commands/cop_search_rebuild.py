"""Makes the index anew from the pages, while visitors go on searching."""

from typing import Any

from django.core.management.base import BaseCommand

from cop_search import maintenance


class Command(BaseCommand):
    help = "Makes the search index anew from all pages. Visitors go on searching meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        total = failed = 0
        for progress in maintenance.rebuild():
            total, failed = progress.total, progress.failed
            if options["verbosity"] > 1:
                self.stdout.write(f"{progress.done} / {progress.total}")
        if failed:
            self.stderr.write(f"{failed} pages could not be read; the log says why.")
        if options["verbosity"] > 0:
            self.stdout.write(f"{total} pages looked at.")
