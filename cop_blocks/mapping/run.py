"""One run of ``cop_map_tags``: count, decide, then write page by page in chunks."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale

from cop_blocks.languages import content_language
from cop_blocks.mapping.applying import Done, apply, followers_of_facts, revisions_of
from cop_blocks.mapping.plan import Plan, make_plan
from cop_blocks.mapping.sources import Source, Value
from cop_blocks.models import Term, Vocabulary
from cop_blocks.terms.choices import folded

#: Pages of one transaction.
CHUNK = 100


@dataclass(frozen=True, slots=True)
class Report:
    plan: Plan
    done: Done


@dataclass
class Mapping:
    """The values of one field of a page type, as terms of one vocabulary."""

    model: Any
    source: Source
    vocabulary: Vocabulary
    #: Language code -> how often a value stands on pages in it, for the names of new terms.
    _spoken: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def plan(
        self, chosen: dict[str, tuple[int, str]] | None = None, *, create: bool = False
    ) -> Plan:
        """Read everything, drafts too, and decide. Nothing is written."""
        counted: Counter[Value] = Counter()
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        for pages in self._chunks():
            for page, values in self._values(pages):
                counted.update(values)
                for value in values:
                    self._spoken[value.text][languages[page.locale_id]] += 1
        return make_plan(self.vocabulary, counted, chosen, create=create)

    def run(
        self, plan: Plan, *, is_dry: bool, progress: Callable[[int, int], None] | None = None
    ) -> Report:
        """Write what ``plan`` says. It may be stopped at any moment and run again: a chunk is
        written as a whole, and what a page carries already is not written twice."""
        self._make_terms(plan, is_dry=is_dry)
        done, seen, total = Done(), 0, len(self._ids())
        for ids in self._id_chunks():
            with transaction.atomic():
                pages = self._pages(ids, lock=not is_dry)
                done += apply(plan, self.source, self.model, pages, is_dry=is_dry)
            seen += len(ids)
            if progress:
                progress(seen, total)
        return Report(plan, done)

    @transaction.atomic
    def _make_terms(self, plan: Plan, *, is_dry: bool) -> None:
        """New terms, in their order; in a dry run they get numbers that no row has."""
        last = Term.objects.filter(vocabulary=self.vocabulary).order_by("-sort_order").first()
        order = last.sort_order if last else -1
        pretended: dict[str, Term] = {}
        for text, decision in plan.decisions.items():
            if not decision.is_new:
                continue
            order += 1
            term = Term.word(self.vocabulary, text, self._language_of(text))
            term.sort_order = order
            if is_dry:
                term.pk = -order - 1
                decision.term = pretended.setdefault(folded(text), term)
            else:
                decision.term = term.kept()

    def _language_of(self, text: str) -> str:
        spoken = self._spoken.get(text)
        return spoken.most_common(1)[0][0] if spoken else content_language(None)

    def _values(self, pages: Sequence[Any]) -> Iterator[tuple[Any, set[Value]]]:
        """What each page carries in its row or in a draft, each value once."""
        following = followers_of_facts(self.model, pages)
        pages = [page for page in pages if page.pk not in following]
        found: dict[int, set[Value]] = {page.pk: set() for page in pages}
        for pk, values in self.source.of_pages(list(found)).items():
            found[pk].update(values)
        revisions = revisions_of(self.model, pages)
        drafts = self.source.of_drafts(revision.content for revision in revisions)
        for revision, draft in zip(revisions, drafts, strict=True):
            found[int(revision.object_id)].update(draft or ())
        for page in pages:
            yield page, found[page.pk]

    def _chunks(self) -> Iterator[list[Any]]:
        for ids in self._id_chunks():
            yield self._pages(ids)

    def _id_chunks(self) -> Iterator[list[int]]:
        ids = self._ids()
        for start in range(0, len(ids), CHUNK):
            yield ids[start : start + CHUNK]

    def _ids(self) -> list[int]:
        exactly = ContentType.objects.get_for_model(self.model)
        pages = self.model._base_manager.filter(content_type=exactly)
        return list(pages.order_by("pk").values_list("pk", flat=True))

    def _pages(self, ids: Sequence[int], *, lock: bool = False) -> list[Any]:
        pages = self.model._base_manager.filter(pk__in=ids).order_by("pk")
        return list(pages.select_for_update() if lock else pages)
