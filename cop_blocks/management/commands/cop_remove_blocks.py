"""Take our live blocks out of the host's pages, before our apps go."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from cop_blocks.leaving.live_blocks import Finding, find, is_block_of_ours, is_live_block


class Command(BaseCommand):
    help = (
        "Lists the live blocks of ours (next sessions, initiatives, themes) in the StreamFields of "
        "your own pages and snippets; with --apply takes them out, from stored versions too. May "
        "be stopped and run again. See docs/uninstall.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--apply", action="store_true", help="take them out")
        parser.add_argument(
            "--texts",
            action="store_true",
            help="our headings, texts and images too: what editors wrote in them is lost",
        )

    def handle(self, *args: Any, apply: bool, texts: bool, **options: Any) -> None:
        counts: Counter[str] = Counter()
        for finding in find(is_block_of_ours if texts else is_live_block, remove=apply):
            counts["versions" if finding.is_revision else "rows"] += 1
            counts["blocks"] += 0 if finding.is_revision else len(finding.names)
            if not finding.is_revision:
                self.stdout.write(describe(finding))
        self.stdout.write(
            _("%(blocks)d blocks in %(rows)d places, and in %(versions)d stored versions.")
            % {name: counts[name] for name in ("blocks", "rows", "versions")}
        )
        if counts["rows"] or counts["versions"]:
            self.stdout.write(
                _("They were taken out.") if apply else _("Nothing was written. Add --apply.")
            )


def describe(finding: Finding) -> str:
    thing = finding.thing
    names = ", ".join(dict.fromkeys(finding.names))
    return f"{thing._meta.label} {thing.pk} {thing}: {names}"
