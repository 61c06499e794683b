"""A search server that lies in the memory of the test, and can be away or hard to please."""

from collections.abc import Iterator, Mapping, Sequence

from cop_search.delivery.target import Away, Change, Held, Stored

NAME = "cluster"


class Cluster:
    """Keeps of each page what has the highest version, as external versions do."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[int, Stored | None]] = {}
        self.sent: list[Sequence[Change]] = []
        #: Why it is away; nothing where it is there.
        self.away = ""
        #: Titles that it does not take.
        self.refuses: set[str] = set()

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        if self.away:
            raise Away(self.away)
        self.sent.append(changes)
        return {change.page_id: "no" for change in changes if not self._take(change)}

    def _take(self, change: Change) -> bool:
        document = change.document
        if document and document.draft.columns["title"] in self.refuses:
            return False
        version, _ = self.kept.get(change.page_id, (-1, None))
        if change.version > version:
            self.kept[change.page_id] = (change.version, document)
        return True

    def held(self) -> Iterator[Held]:
        if self.away:
            raise Away(self.away)
        for page_id, (_, document) in self.kept.items():
            if document:
                columns = document.draft.columns
                yield Held(
                    page_id,
                    document.document_id,
                    document.draft.fingerprint,
                    columns["locale"],
                    columns["site_id"],
                )

    @property
    def titles(self) -> list[str]:
        stored = [document for _, document in self.kept.values() if document]
        return sorted(each.draft.columns["title"] for each in stored)
