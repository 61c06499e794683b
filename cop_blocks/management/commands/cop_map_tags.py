"""Turn what a host's pages carry already into terms."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import get_page_models

from cop_blocks.base_page import Page
from cop_blocks.mapping import Mapping, MappingRefusedError, Report
from cop_blocks.mapping.file import read_file, write_file
from cop_blocks.mapping.matching import TermNames
from cop_blocks.mapping.plan import Decision, Plan
from cop_blocks.mapping.sources import source_of
from cop_blocks.models import Vocabulary

#: So many titles are named where a person has to look.
NAMED = 5


class Command(BaseCommand):
    help = (
        "Gives pages of your own type the terms that go by the names of their tags, categories or "
        "choices: published pages and drafts. Your own tags stay as they are. May be stopped and "
        "run again. See docs/terms.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("model", help="the page type, as in blog.BlogPage")
        parser.add_argument(
            "--field",
            required=True,
            help="tags, a category (ForeignKey, ManyToMany), a choice or text; or rows.column",
        )
        parser.add_argument("--vocabulary", required=True, help="code of the vocabulary: keywords")
        parser.add_argument("--separator", default="", help="what stands between values in a text")
        parser.add_argument("--mapping", type=Path, help="a CSV file in which a person decided")
        parser.add_argument(
            "--write-mapping", type=Path, help="write a proposal for that file, and nothing else"
        )
        parser.add_argument(
            "--create", action="store_true", help="make new terms of what has no term yet"
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._handle(options)
        except MappingRefusedError as refused:
            raise CommandError(
                "\n".join([*refused.problems, _("Nothing was written.")])
            ) from refused

    def _handle(self, options: dict[str, Any]) -> None:
        model = page_type(options["model"])
        vocabulary = chosen_vocabulary(options["vocabulary"], model)
        source = source_of(model, options["field"], options["separator"])
        chosen = read_file(options["mapping"]) if options["mapping"] else None
        mapping = Mapping(model, source, vocabulary)
        plan = mapping.plan(chosen, create=options["create"])
        self._show(plan)
        if options["write_mapping"]:
            write_file(options["write_mapping"], proposal(plan))
            self.stdout.write(
                _("The proposal stands in %(path)s. No page was changed.")
                % {"path": options["write_mapping"]}
            )
            return
        is_loud = options["verbosity"] and not options["dry_run"]
        report = mapping.run(
            plan, is_dry=options["dry_run"], progress=self._progress if is_loud else None
        )
        self._tell(report, is_dry=options["dry_run"])

    def _progress(self, done: int, total: int) -> None:
        self.stdout.write(
            _("%(done)d of %(total)d pages looked at") % {"done": done, "total": total}
        )

    def _show(self, plan: Plan) -> None:
        decisions = sorted(plan.decisions.values(), key=lambda d: (-d.pages, d.value.text))
        for decision in decisions:
            self.stdout.write(f"{decision.value.text} → {outcome(decision)} ({decision.pages})")
        for text in plan.unknown:
            self.stdout.write(
                _("“%(value)s” of the mapping file stands on no page.") % {"value": text}
            )

    def _tell(self, report: Report, *, is_dry: bool) -> None:
        done = report.done
        for page in done.too_many[:NAMED]:
            self.stdout.write(
                _(
                    "%(title)s (%(pk)d): more than one term, and a page may carry one. "
                    "Choose by hand."
                )
                % {"title": page.title, "pk": page.pk}
            )
        if len(done.too_many) > NAMED:
            more = len(done.too_many) - NAMED
            self.stdout.write(ngettext("and %d page more", "and %d pages more", more) % more)
        lost = [d for d in report.plan.decisions.values() if not d.term and not d.is_new]
        self.stdout.write(
            _(
                "%(pages)d pages changed, %(rows)d terms added to published or stored pages, "
                "%(lost)d values without a term."
            )
            % {"pages": len(done.pages), "rows": done.rows, "lost": len(lost)}
        )
        if is_dry:
            self.stdout.write(_("This was a dry run: nothing was written."))


def outcome(decision: Decision) -> str:
    """What becomes of a value, in words."""
    if decision.is_new:
        return _("a new term")
    if decision.is_left_out:
        return _("left out")
    if decision.shared:
        return _("more than one term goes by this name: %(codes)s") % {
            "codes": ", ".join(decision.shared)
        }
    if decision.term is None:
        return _("no term")
    return decision.term.code if decision.is_exact else f"≈ {decision.term.code}"


def proposal(plan: Plan) -> list[tuple[str, int, str, str]]:
    """Rows of a mapping file; where no term is certain, terms that are much like it."""
    names = TermNames(plan.vocabulary)
    rows = []
    for text, decision in sorted(plan.decisions.items()):
        close = decision.shared or ([] if decision.term else names.suggestions(text))
        term = decision.term.code if decision.term else "*" if decision.is_new else ""
        rows.append((text, decision.pages, term, ", ".join(close)))
    return rows


def page_type(label: str) -> Any:
    """The page type of a label, as in ``blog.BlogPage``."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        model = None
    if model is None or not issubclass(model, Page) or model is Page:
        known = ", ".join(
            sorted(found._meta.label for found in get_page_models() if found is not Page)
        )
        raise CommandError(
            _("There is no page type “%(label)s”. There are: %(known)s.")
            % {"label": label, "known": known}
        )
    return model


def chosen_vocabulary(code: str, model: Any) -> Vocabulary:
    """The vocabulary with this code; pages of ``model`` must be able to carry its terms."""
    vocabulary = Vocabulary.objects.filter(code=code).first()
    if vocabulary is None:
        known = ", ".join(Vocabulary.objects.values_list("code", flat=True)) or "-"
        raise CommandError(
            _(
                "There is no vocabulary “%(code)s”. There are: %(known)s. Add one under "
                "Community > Vocabularies, or run cop_setup."
            )
            % {"code": code, "known": known}
        )
    if not vocabulary.is_for(model):
        raise CommandError(
            _(
                "The vocabulary “%(code)s” is not for pages of type %(model)s. Choose that type "
                "under Community > Vocabularies > %(code)s > Page types."
            )
            % {"code": code, "model": model._meta.label}
        )
    return vocabulary
