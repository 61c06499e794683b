"""Who contributes what to ``cop_setup``."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cop_blocks.setup.texts import Texts

if TYPE_CHECKING:
    from cop_blocks.setup.groups import GroupPlan
    from cop_blocks.setup.run import SetupRun


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page of the tree, to be made in each language.

    ``parent`` is the key of another plan, or empty for the page beneath which the whole tree
    stands. A page of the same ``model`` that an editor made is used as it is: anywhere below the
    home page when ``is_only_one``, otherwise where it carries the same terms.
    """

    key: str
    model: str
    titles: Texts
    slugs: Texts
    texts: Mapping[str, Texts] = field(default_factory=dict)
    parent: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    is_only_one: bool = True
    in_menus: bool = True
    #: Editors of organisations may add pages beneath it.
    is_for_partners: bool = False
    #: The field of the site's settings that points at this page.
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of setup. ``code`` begins the key of every record that it writes."""

    code: str
    run: "Callable[[SetupRun], None]"
    order: int


PageSource = Callable[[], Iterable[PagePlan]]

GroupSource = Callable[["SetupRun"], Iterable["GroupPlan"]]

#: What a group may do with models: “view”, “add”, “change”, “delete”.
Rights = Iterable[tuple[type, Sequence[str]]]

_steps: dict[str, Step] = {}
_page_sources: list[tuple[int, PageSource]] = []
_rights: dict[str, dict[type, Sequence[str]]] = {}
_group_sources: list["GroupSource"] = []


def register_step(code: str, run: "Callable[[SetupRun], None]", *, order: int) -> None:
    """Add a step; a lower ``order`` runs earlier and is taken away later. Same code: replaced."""
    _steps[code] = Step(code, run, order)


def steps() -> list[Step]:
    """All steps, in the order in which they run."""
    return sorted(_steps.values(), key=lambda step: step.order)


def register_rights(group: str, rights: Rights) -> None:
    """Let a group that setup makes (by its code: "editors") do more, with models of an app."""
    _rights.setdefault(group, {}).update(rights)


def rights_of(group: str) -> Rights:
    """What apps let a group do beside what every site has."""
    return _rights.get(group, {}).items()


def register_groups(source: GroupSource) -> None:
    """Add groups. ``source`` is called in each run, when its pages are there."""
    if source not in _group_sources:
        _group_sources.append(source)


def group_plans(run: "SetupRun") -> "Iterator[GroupPlan]":
    """All groups that apps add."""
    for source in _group_sources:
        yield from source(run)


def register_pages(source: PageSource, *, order: int = 100) -> None:
    """Add pages to the tree. ``source`` is called in each run, when vocabularies are there."""
    if all(known is not source for _, known in _page_sources):
        _page_sources.append((order, source))
        _page_sources.sort(key=lambda entry: entry[0])


def page_plans() -> Iterator[PagePlan]:
    """All pages of the tree; a parent comes before what stands beneath it."""
    for _, source in _page_sources:
        yield from source()
