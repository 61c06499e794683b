"""A search server that lies in the memory of the test, and can be away or hard to please."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from cop_search.delivery.target import Away, Change, Held, Place, State, Stored

NAME = "cluster"


class Documents:
    """Keeps of each page what has the highest version, as external versions do."""

    def __init__(self, cluster: "Cluster") -> None:
        self.cluster = cluster
        self.kept: dict[int, tuple[int, Stored | None]] = {}

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        self.cluster.be_there()
        return {change.page_id: "no" for change in changes if not self._take(change)}

    def follow(self, changes: Sequence[Change]) -> Mapping[int, str]:
        return self.send(changes)

    def _take(self, change: Change) -> bool:
        document = change.document
        if document and document.draft.columns["title"] in self.cluster.refuses:
            return False
        version, _ = self.kept.get(change.page_id, (-1, None))
        if change.version > version:
            self.kept[change.page_id] = (change.version, document)
        return True

    def held(self) -> Iterator[Held]:
        self.cluster.be_there()
        for page_id, (_, document) in self.kept.items():
            if document:
                draft = document.draft
                place = (draft.columns["locale"], draft.columns["site_id"])
                yield Held(page_id, document.document_id, draft.fingerprint, *place)

    def swap(self) -> None:
        self.cluster.be_there()
        if self.cluster.beside is not self:
            raise Away("another rebuild has begun")
        self.cluster.kept, self.cluster.beside = self.kept, None

    @property
    def titles(self) -> list[str]:
        stored = [document for _, document in self.kept.values() if document]
        return sorted(each.draft.columns["title"] for each in stored)


class Cluster(Documents):
    schema = "1"

    def __init__(self) -> None:
        super().__init__(self)
        self.beside: Documents | None = None
        self.sent: list[Sequence[Change]] = []
        #: Why it is away; nothing where it is there.
        self.away = ""
        #: Titles that it does not take.
        self.refuses: set[str] = set()

    def be_there(self) -> None:
        if self.away:
            raise Away(self.away)

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        refused = super().send(changes)
        self.sent.append(changes)
        return {**refused, **(self.beside.send(changes) if self.beside else {})}

    def begin(self, places: Collection[Place]) -> Documents:
        self.be_there()
        self.beside = Documents(self)
        return self.beside

    def state(self) -> State:
        self.be_there()
        return State("green", ["n1", "n2"], Counter(each.locale for each in self.held()))
