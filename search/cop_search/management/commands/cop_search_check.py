"""Tells where the index differs from the pages; repairs it on request."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_search import maintenance
from cop_search.differences import compare


class Command(BaseCommand):
    help = "Compares the search index with the pages. Ends with 1 where they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Makes the index agree.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = compare()
        for page_id, problems in sorted(found.pages.items()):
            self.stdout.write(f"page {page_id}: {'; '.join(problems)}")
        if found.lost_words:
            self.stdout.write(f"{found.lost_words} entries of the engine belong to no document.")
        if found.is_half_rebuilt:
            self.stdout.write("A rebuild was stopped, or is at work: cop_search_rebuild --continue")
        if not found:
            self.stdout.write("The index agrees with the pages.")
        elif options["repair"]:
            maintenance.repair(found)
            self.stdout.write("Repaired.")
        else:
            sys.exit(1)
