"""Words that a rebuild counts once for many documents, and not with each chunk of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet

from cop_search import index, vocabulary
from cop_search.models import Document
from cop_search.vocabulary import UNCOUNTED, Key, Texts

#: So many documents wait at most: some dozens of megabytes.
_MOST = 5000
_SLICE = 500


class Tally:
    """The documents that are written and whose words are not yet counted. In the database they are
    marked as such (``vocabulary.UNCOUNTED``): whoever changes one in between counts it, and one of
    a rebuild that was killed is indexed anew by the next."""

    def __init__(self, generation: int) -> None:
        self._generation = generation
        self._waiting: dict[int, list[Key]] = {}

    def add(self, texts: Mapping[int, Texts]) -> None:
        """In the transaction that writes them."""
        self._waiting.update((page_id, each.keys()) for page_id, each in texts.items())

    def write_when_full(self) -> None:
        if len(self._waiting) >= _MOST:
            self.close()

    def close(self) -> None:
        """Counts the words of all that waits, but for what somebody counted meanwhile."""
        if not self._waiting:
            return
        with transaction.atomic(using=index.using()):
            index.lock()
            counts: Counter[Key] = Counter()
            for page_ids in index.chunks(sorted(self._waiting), _SLICE):
                mine = self._uncounted(page_ids)
                for page_id in mine.values_list("page_id", flat=True):
                    counts.update(self._waiting[page_id])
                mine.update(analyzer_version=vocabulary.COUNTED)
            vocabulary.add(counts)
        self._waiting.clear()

    def _uncounted(self, page_ids: Sequence[int]) -> QuerySet[Document]:
        return Document.objects.filter(
            page_id__in=page_ids, generation=self._generation, analyzer_version=UNCOUNTED
        )
