"""Tells where the index differs from the pages; repairs it on request."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cop_search import maintenance
from cop_search.delivery import checking
from cop_search.delivery.target import targets
from cop_search.differences import compare


class Command(BaseCommand):
    help = (
        "Compares the search index with the pages, and the search server with the index. Ends with "
        "1 where they differ."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Makes them agree.")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        is_right = self._tables(repair)
        for name in targets():
            is_right &= self._server(name, repair)
        if not is_right:
            sys.exit(1)

    def _tables(self, repair: bool) -> bool:
        found = compare()
        for page_id, problems in sorted(found.pages.items()):
            self.stdout.write(f"page {page_id}: {'; '.join(problems)}")
        if found.lost_words:
            self.stdout.write(f"{found.lost_words} entries of the engine belong to no document.")
        if found.is_half_rebuilt:
            self.stdout.write("A rebuild was stopped, or is at work: cop_search_rebuild --continue")
        if not found:
            self.stdout.write("The index agrees with the pages.")
        elif repair:
            maintenance.repair(found)
            self.stdout.write("Repaired.")
        return repair or not found

    def _server(self, name: str, repair: bool) -> bool:
        found = checking.check(name)
        for page_id, problem in found.pages.items():
            self.stdout.write(f"page {page_id}: {problem}")
        if found.waiting:
            self.stdout.write(
                f"{found.waiting} pages wait to be delivered to the search server: cop_search_drain"
            )
        if found.problem:
            self.stdout.write(f"{found.problem}.")
        elif not found.pages:
            self.stdout.write("The search server agrees with the index.")
        elif repair:
            checking.repair(name, found)
            self.stdout.write("Put in the outbox again; cop_search_drain delivers it.")
            return True
        return not found.pages and not found.problem
