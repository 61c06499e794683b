from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cop_blocks.facts.repair import repair


class Command(BaseCommand):
    help = (
        "Tells which translations and aliases do not show the facts of their source, and repairs "
        "them. Needed after QuerySet.update(), bulk_update() or a change in the database itself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Tell, and change nothing.")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        count = 0
        for finding in repair(dry_run=dry_run):
            self.stdout.write(describe(finding.source))
            for difference in finding.differences:
                count += 1
                names = ", ".join(difference.names)
                self.stdout.write(f"  {describe(difference.page)}: {names}")
            for page, rows in finding.waiting:
                self.stdout.write(
                    f"  {describe(page)}: {rows.relation} waits for translation "
                    f"({len(rows.added)} added, {len(rows.removed)} removed)"
                )
        outcome = "Pages that differ" if dry_run else "Pages repaired"
        self.stdout.write(f"{outcome}: {count}")


def describe(page: Any) -> str:
    return f"{page.pk} {page.title} ({page.locale.language_code})"
