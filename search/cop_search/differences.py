"""Where the index differs from the pages, and in what."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from cop_search import index
from cop_search.analysis import ANALYZER_VERSION
from cop_search.documents import Draft
from cop_search.engines import get_engine
from cop_search.models import Document, Outbox, Rebuild
from cop_search.outbox import TABLES


@dataclass(frozen=True, slots=True)
class Differences:
    """Page id -> what is wrong with it; how many entries of the engine have no document; whether a
    rebuild was stopped before its end."""

    pages: Mapping[int, tuple[str, ...]]
    lost_words: int
    is_half_rebuilt: bool

    def __bool__(self) -> bool:
        return bool(self.pages or self.lost_words)


def compare() -> Differences:
    """Reads every page and every document, and changes nothing."""
    found: dict[int, list[str]] = defaultdict(list)
    worded = get_engine().document_ids()
    for chunk in index.chunks(index.page_ids()):
        documents = {each.page_id: each for each in Document.objects.filter(page_id__in=chunk)}
        now = index.read(chunk)
        for page_id in sorted(now.failed):
            found[page_id].append("cannot be read; the log says why")
        for page_id, draft in now.drafts.items():
            if problem := _problem(documents.get(page_id), draft):
                found[page_id].append(problem)
        for page_id, document in documents.items():
            if page_id not in now.drafts and page_id not in now.failed:
                found[page_id].append("is in the index and should not be")
            elif document.pk not in worded:
                found[page_id].append("is in the index without its words")
    for page_id in Outbox.objects.filter(reader=TABLES).values_list("page_id", flat=True):
        found[page_id].append("waits to be indexed")
    return Differences(
        pages={page_id: tuple(dict.fromkeys(problems)) for page_id, problems in found.items()},
        lost_words=len(worded.difference(Document.objects.values_list("pk", flat=True))),
        is_half_rebuilt=Rebuild.objects.filter(finished=None).exists(),
    )


def _problem(document: Document | None, draft: Draft) -> str | None:
    if document is None:
        return "is not in the index"
    if document.analyzer_version != ANALYZER_VERSION:
        return "has words of another version of the analysis"
    if document.fingerprint == draft.fingerprint:
        return None
    changed = [name for name, now in draft.columns.items() if getattr(document, name) != now]
    return f"differs from the index: {', '.join(changed) or 'its words'}"
