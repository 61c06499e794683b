"""What ``cop_setup`` does for finding: the results page, and an index of what was there already."""

from collections.abc import Iterator, Sequence

from django.db import connections, transaction

from cop_blocks.setup import PagePlan
from cop_blocks.setup.run import SetupRun


def pages() -> Iterator[PagePlan]:
    yield PagePlan(
        key="search",
        model="cop_search.SearchPage",
        titles={"en": "Search", "nl": "Zoeken"},
        slugs={"en": "search", "nl": "zoeken"},
        texts={
            "introduction": {
                "en": "Search everything on this site: sessions, support, themes and examples.",
                "nl": "Zoek in alles op deze site: sessies, ondersteuning, thema’s en voorbeelden.",
            }
        },
    )


def rights() -> list[tuple[type, Sequence[str]]]:
    """What editors and moderators may do: everything with best bets and synonyms, and read what is
    searched for."""
    from cop_search.models import BestBet, SearchCount, Synonym

    manage = ("view", "add", "change", "delete")
    return [(BestBet, manage), (Synonym, manage), (SearchCount, ("view",))]


def fill_index(run: SetupRun) -> None:
    """Pages from before the app was installed; all that is saved later follows by itself. Derived,
    so it is neither told nor noted nor taken away."""
    from cop_search import index, outbox
    from cop_search.documents import findable
    from cop_search.models import Document
    from cop_search.wagtail_search import analyse

    if run.is_dry:
        return
    known = set(Document.objects.values_list("page_id", flat=True))
    missing = sorted(set(findable().values_list("pk", flat=True)) - known)
    for chunk in index.chunks(missing):
        with transaction.atomic(using=index.using()):
            index.lock()
            outbox.mark_failed(index.refresh(chunk))
            outbox.enqueue_for_others(chunk)
    if missing:
        analyse(connections[index.using()])
