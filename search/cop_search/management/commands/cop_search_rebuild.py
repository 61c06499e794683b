"""Makes the index anew from the pages, while visitors go on searching."""

import sys
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_blocks.progress_bar import ProgressBar
from cop_search import maintenance
from cop_search.delivery import rebuilding
from cop_search.delivery.target import Away, Target, targets


class Command(BaseCommand):
    help = (
        "Makes the search index anew from all pages, in the database and in a search server where "
        "there is one. Visitors go on searching meanwhile; it may be stopped at any moment."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--continue",
            action="store_true",
            dest="go_on",
            help="Goes on where the last run was stopped.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self._is_shown = options["verbosity"] > 0
        self._tables(options["go_on"])
        for name, target in targets().items():
            self._server(name, target)

    def _tables(self, go_on: bool) -> None:
        progress = self._watch(
            maintenance.rebuild(go_on=go_on),
            "Stopped after {0.done} of {0.total} pages. All pages are still found; --continue does "
            "the others.",
        )
        if progress.failed:
            self.stderr.write(f"{progress.failed} pages could not be read; the log says why.")
        if self._is_shown:
            self.stdout.write(f"{progress.total} pages looked at.")

    def _server(self, name: str, target: Target) -> None:
        try:
            progress = self._watch(
                rebuilding.rebuild(name, target),
                "Stopped after {0.done} of {0.total} pages for the search server. It answers as it "
                "did; the next rebuild begins anew.",
            )
        except Away as problem:
            self.stderr.write(f"The search server is away: {problem}. Run this again.")
            sys.exit(1)
        except rebuilding.Incomplete as problem:
            self.stderr.write(f"The search server answers as it did: {problem}.")
            sys.exit(1)
        if progress.failed:
            self.stderr.write(f"{progress.failed} pages were not taken; the log says why.")
        if self._is_shown:
            self.stdout.write(f"{progress.total} pages are in the search server.")

    def _watch(self, steps: Iterable[maintenance.Progress], stopped: str) -> maintenance.Progress:
        """Goes through ``steps``; the last one."""
        progress = maintenance.Progress(0, 0, 0)
        bar = ProgressBar(self.stdout)
        try:
            for progress in steps:
                if self._is_shown:
                    bar.show(progress.done, progress.total)
        except KeyboardInterrupt:
            bar.close()
            self.stderr.write(stopped.format(progress))
            sys.exit(130)
        finally:
            bar.close()
        return progress
