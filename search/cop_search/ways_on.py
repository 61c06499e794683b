"""Ways on where nothing was found: what the same question gives with one thing less."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cop_blocks.terms.tree import TermTree
from cop_search.facade import SearchQuery, search_all
from cop_search.forms import Asked
from cop_search.notes import Chip

#: Each is a statement; who has chosen more than this is helped by "show everything".
MOST = 5


@dataclass(frozen=True, slots=True)
class WayOn:
    """A link, and how many results it gives."""

    label: str
    url: str
    total: int
    #: The words as they were meant, with all filters; ``label`` is these words.
    is_correction: bool = False


def ways_on(
    asked: Asked,
    chips: Sequence[Chip],
    query_for: Callable[[Asked], SearchQuery],
    url: Callable[[Asked], str],
    *,
    other_words: str | None = None,
    tree: TermTree | None = None,
) -> list[WayOn]:
    """What is found with other words, without one of the filters, and without the words; each only
    where it finds something. A statement for each, and two more."""
    ways = list(_ways(asked, chips, other_words))
    if not ways:
        return []
    queries = [
        replace(query_for(less), facets=(), corrects=False, page=1, page_size=1)
        for _label, less in ways
    ]
    return [
        WayOn(label, url(less), found.total, is_correction=label == other_words)
        for (label, less), found in zip(ways, search_all(queries, tree=tree), strict=True)
        if found.total
    ]


def _ways(
    asked: Asked, chips: Iterable[Chip], other_words: str | None
) -> Iterator[tuple[str, Asked]]:
    if other_words:
        yield other_words, replace(asked, q=other_words, page=1)
    groups: dict[str | Promise, list[Chip]] = {}
    for chip in chips:
        groups.setdefault(chip.group, []).append(chip)
    # Where one filter is all that is asked for, less is everything.
    if len(groups) > 1 or asked.q:
        for group, chosen in list(groups.items())[:MOST]:
            less = asked
            for chip in chosen:
                less = less.without(chip.name, chip.code)
            labels = ", ".join(str(chip.label) for chip in chosen)
            yield (
                _("Without %(group)s “%(labels)s”")
                % {
                    "group": _inside_a_sentence(str(group)),
                    "labels": labels,
                },
                less,
            )
    if asked.q and groups:
        words = Truncator(asked.q).chars(60)
        yield _("Without the words “%(q)s”") % {"q": words}, asked.without("q", "")


def _inside_a_sentence(name: str) -> str:
    """ "Region" is "region" there; "EU programme" stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
