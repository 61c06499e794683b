"""The rows of one page of the report, with all that is shown of them, in few statements."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cop_blocks.translation.report.kinds import kinds
from cop_blocks.translation.report.states import State, unfinished_related, unfinished_strings

#: Rows of a spreadsheet are read this many at a time.
BATCH = 500


@dataclass(slots=True)
class Row:
    key: UUID
    title: str
    kind: str
    origin: Locale
    language: Locale
    state: State
    since: datetime | None
    #: Of wagtail-localize; ``None`` for what is missing.
    translation: int | None
    source: Any | None
    target: Any | None
    #: Words of the source that nobody approved a translation of; ``None``: all, not counted yet.
    words: int | None
    #: Texts and related objects: how many are finished, and how many there are.
    done: int
    all: int
    #: Where it is edited; empty where the person may not, or there is nothing yet.
    url: str = ""
    source_url: str = ""

    @property
    def name(self) -> str:
        """In a form."""
        return f"{self.key.hex}.{self.language.pk}"

    @property
    def progress(self) -> int:
        """Per cent; 100 is reached, and only when nothing is left."""
        if self.state == State.MISSING:
            return 0
        return self.done * 100 // self.all if self.all else 100

    @property
    def is_live(self) -> bool:
        live = self.target is not None and getattr(self.target, "live", True)
        return live and getattr(self.target, "alias_of_id", None) is None


def shown(found: Iterable[dict[str, Any]], user: Any) -> list[Row]:
    found = list(found)
    result: list[Row] = []
    for start in range(0, len(found), BATCH):
        result += _batch(found[start : start + BATCH], user)
    return result


def _batch(found: Sequence[dict[str, Any]], user: Any) -> list[Row]:
    locales = {each.pk: each for each in Locale.all_objects.all()}
    named = kinds()
    objects = _objects(found)
    translations = [each["cop_pk"] for each in found if each["cop_pk"]]
    left, words, totals = _left(translations)
    urls = AdminURLFinder(user)
    made = []
    for each in found:
        source = objects.get((each["cop_key"], each["cop_origin"]))
        target = objects.get((each["cop_key"], each["cop_target"]))
        pk = each["cop_pk"]
        made.append(
            Row(
                key=each["cop_key"],
                title=_title(source) or each["cop_title"],
                kind=named.get(each["cop_kind"], ""),
                origin=locales[each["cop_origin"]],
                language=locales[each["cop_target"]],
                state=State(each["cop_state_is"]),
                since=each["cop_since"],
                translation=pk or None,
                source=source,
                target=target,
                words=words[pk] if pk else None,
                done=totals[pk] - left[pk],
                all=totals[pk],
                url=(urls.get_edit_url(target) or "") if target is not None else "",
                source_url=(urls.get_edit_url(source) or "") if source is not None else "",
            )
        )
    return made


def _title(source: Any) -> str:
    if isinstance(source, Page):
        return str(source.get_admin_display_title())
    return str(source) if source is not None else ""


def _objects(found: Sequence[dict[str, Any]]) -> dict[tuple[UUID, int], Any]:
    """Sources and targets by key and language: a statement for all pages, one for each type of
    snippet."""
    keys: dict[Any, set[UUID]] = {}
    types = ContentType.objects.get_for_id
    for each in found:
        model = types(each["cop_kind"]).model_class()
        root = Page if model is not None and issubclass(model, Page) else model
        if root is not None:
            keys.setdefault(root, set()).add(each["cop_key"])
    return {
        (instance.translation_key, instance.locale_id): instance
        for model, wanted in keys.items()
        for instance in _with_reviews(model).filter(translation_key__in=wanted)
    }


def _with_reviews(model: Any) -> Any:
    """Whether somebody may edit a page asks whether it is in review."""
    return Page.objects.prefetch_workflow_states() if model is Page else model._base_manager


def _left(translations: Sequence[int]) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """By translation: what is unfinished, the words of it, and what there is in all."""
    left: Counter[int] = Counter()
    words: Counter[int] = Counter()
    totals: Counter[int] = Counter()
    if not translations:
        return left, words, totals
    texts = unfinished_strings().filter(cop_translation__in=translations)
    for pk, html in texts.values_list("cop_translation", "string__data"):
        left[pk] += 1
        words[pk] += len(StringValue(html).render_text().split())
    related = unfinished_related().filter(cop_translation__in=translations)
    for pk in related.values_list("cop_translation", flat=True):
        left[pk] += 1
    for name in ("stringsegment", "relatedobjectsegment"):
        counted = Translation.objects.filter(pk__in=translations).values_list("pk")
        for pk, number in counted.annotate(number=Count(f"source__{name}")).order_by():
            totals[pk] += number
    return left, words, totals
