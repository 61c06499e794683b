"""Make session pages after the event pages that a host has already."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cop_blocks.base_page import Page
from cop_blocks.mapping import Mapping, MappingRefusedError
from cop_blocks.mapping.sources import source_of
from cop_blocks.models import Vocabulary
from cop_events.adopting import Adoption, Outcome, UnknownFieldError, read_fields
from cop_events.adopting.redirects import can_redirect, redirect
from cop_events.importing.series import find_series
from cop_events.validation import validate_timezone


class Command(BaseCommand):
    help = (
        "Makes session pages after the event pages of your own type: drafts, with their "
        "translations. Your pages stay as they are; run again, it makes only what is new. See "
        "docs/sessions.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("model", help="your page type, as in events.EventPage")
        parser.add_argument("--series", required=True, help="path or number of the series")
        parser.add_argument(
            "--field",
            action="append",
            default=[],
            metavar="OURS=YOURS",
            help="start_date=date_from; may be given more than once",
        )
        parser.add_argument("--body", default="", help="your field with the text")
        parser.add_argument(
            "--terms",
            action="append",
            default=[],
            metavar="FIELD:VOCABULARY",
            help="tags:keyword; may be given more than once",
        )
        parser.add_argument("--timezone", default="", help="of your events: Europe/Amsterdam")
        parser.add_argument(
            "--publish", action="store_true", help="publish what is published on your side"
        )
        parser.add_argument(
            "--redirect",
            action="store_true",
            help="lead the old addresses to published sessions, once you unpublish your pages",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        is_dry = options["dry_run"]
        if options["redirect"] and not can_redirect():
            raise CommandError(
                _("Add “wagtail.contrib.redirects” to INSTALLED_APPS, or leave out --redirect.")
            )
        counts: Counter[str] = Counter()
        for outcome in self._adoption(options).run(is_dry=is_dry):
            self._tell(outcome, counts)
            if options["redirect"] and outcome.page is not None and not is_dry:
                counts["redirects"] += redirect(outcome.original, outcome.page)
        self.stdout.write(
            _(
                "%(new)d new, %(known)d there already, %(problems)d left out, "
                "%(redirects)d redirects made."
            )
            % {name: counts[name] for name in ("new", "known", "problems", "redirects")}
        )
        if is_dry:
            self.stdout.write(_("This was a dry run: nothing has been written."))

    def _adoption(self, options: dict[str, Any]) -> Adoption:
        model = _page_type(options["model"])
        try:
            validate_timezone(options["timezone"] or "UTC")
            fields = read_fields(model, options["field"], options["body"])
            terms = [self._terms(model, pair) for pair in options["terms"]]
        except (UnknownFieldError, MappingRefusedError) as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return Adoption(
            model,
            find_series(options["series"]),
            fields,
            terms,
            publish=options["publish"],
            timezone=options["timezone"],
        )

    def _terms(self, model: Any, pair: str) -> Any:
        field, _colon, code = pair.partition(":")
        vocabulary = Vocabulary.objects.filter(code=code).first()
        if vocabulary is None:
            known = ", ".join(Vocabulary.objects.values_list("code", flat=True)) or "-"
            raise CommandError(
                _("“%(pair)s” names no vocabulary. Write FIELD:VOCABULARY; there are: %(known)s.")
                % {"pair": pair, "known": known}
            )
        source = source_of(model, field)
        plan = Mapping(model, source, vocabulary).plan()
        lost = [text for text, decision in plan.decisions.items() if decision.term is None]
        if lost:
            self.stdout.write(
                _("Without a term in “%(code)s”: %(values)s.")
                % {"code": code, "values": ", ".join(sorted(lost))}
            )
        return source, plan

    def _tell(self, outcome: Outcome, counts: Counter[str]) -> None:
        original = outcome.original
        name = f"{original.title} ({original.locale.language_code}, {original.pk})"
        if outcome.problem:
            counts["problems"] += 1
            self.stdout.write(
                _("%(page)s: left out. %(why)s") % {"page": name, "why": outcome.problem}
            )
        elif outcome.is_new:
            counts["new"] += 1
            self.stdout.write(_("%(page)s: new, %(when)s") % {"page": name, "when": outcome.when})
            if outcome.simplified:
                self.stdout.write(
                    _("  became plain paragraphs: %(blocks)s")
                    % {"blocks": ", ".join(dict.fromkeys(outcome.simplified))}
                )
        else:
            counts["known"] += 1


def _page_type(label: str) -> Any:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        model = None
    if model is None or not issubclass(model, Page) or model is Page:
        raise CommandError(
            _("There is no page type “%(label)s”. Write it like events.EventPage.")
            % {"label": label}
        )
    return model
