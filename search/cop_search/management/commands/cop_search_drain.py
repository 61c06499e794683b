"""Delivers to a search server what changed; see docs/search.md for who runs it."""

import signal
import sys
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_search.delivery.drain import drain
from cop_search.delivery.target import Away, targets
from cop_search.delivery.watching import watch


class Command(BaseCommand):
    help = (
        "Delivers to the search server what changed since. Ends with 1 where the server is away; "
        "nothing is lost. Any number of them may run at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--watch",
            action="store_true",
            help="Goes on until it is stopped, and waits longer and longer while the server is "
            "away.",
        )
        parser.add_argument(
            "--every",
            type=float,
            default=1.0,
            metavar="SECONDS",
            help="With --watch: how long to wait where nothing is to be done. Default 1.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not targets():
            self.stdout.write("The search runs in the database: there is nothing to deliver.")
        elif options["watch"]:
            self._watch(options["every"])
        else:
            self._drain()

    def _drain(self) -> None:
        delivered = aside = 0
        try:
            for name, target in targets().items():
                for bundle in drain(name, target):
                    delivered += bundle.pages
                    aside += len(bundle.refused)
        except Away as problem:
            self.stdout.write(f"{delivered} pages delivered.")
            self.stderr.write(f"The search server is away: {problem}")
            sys.exit(1)
        self.stdout.write(f"{delivered} pages delivered.")
        if aside:
            self.stderr.write(f"{aside} pages were refused and set aside; the log says why.")

    def _watch(self, every: float) -> None:
        stop = Event()
        before = {
            number: signal.signal(number, lambda *_: stop.set())
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            watch(stop, every)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
