"""Old counts of searches, deleted."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cop_search.counting.counters import forget, forget_all


class Command(BaseCommand):
    help = (
        "Deletes counts of searches that are older than COP_SEARCH_COUNT_DAYS. Run it once a day; "
        "stopped and run again it goes on where it was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="delete all of them")

    def handle(self, *args: Any, all: bool, **options: Any) -> None:
        deleted = forget_all() if all else forget()
        self.stdout.write(f"{deleted} counts deleted")
