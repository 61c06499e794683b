"""Tells where the index differs from the pages; repairs it on request."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_search import maintenance


class Command(BaseCommand):
    help = "Compares the search index with the pages. Ends with 1 where they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Makes the index agree.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = maintenance.compare()
        for what, page_ids in found.by_name().items():
            for page_id in page_ids:
                self.stdout.write(f"page {page_id}: {what}")
        if found.lost_words:
            self.stdout.write(f"{found.lost_words} entries of the engine belong to no document.")
        if not found:
            self.stdout.write("The index agrees with the pages.")
        elif options["repair"]:
            maintenance.repair(found)
            self.stdout.write("Repaired.")
        else:
            sys.exit(1)
