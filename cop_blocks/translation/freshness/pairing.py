"""Which text of the source became which: the strings before and after an update."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter

#: The share of words that two texts have in common to be the same text, rewritten.
ALIKE = 0.4
#: A path that is made of the text itself: it is another one once the text is.
_OF_ITS_TEXT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Text:
    path: str
    context: int
    string: int
    data: str
    order: int

    @property
    def words(self) -> list[str]:
        return re.findall(r"\w+", re.sub(r"<[^>]+>", " ", self.data.lower()))


Pairs = list[tuple[Text, Text]]


def pairs(before: Sequence[Text], after: Sequence[Text]) -> Pairs:
    """Old and new of every text that changed. What was only moved, added or taken away is in none.

    All paragraphs of a rich text share one path, so those are told apart by their words, and then
    by their place. A text whose path vanished is looked for below the same parent.
    """
    found: Pairs = []
    found += _within(before, after, lambda text: text.path, at_its_place=True)
    olds, news = {old for old, _new in found}, {new for _old, new in found}
    old_paths, new_paths = {each.path for each in before}, {each.path for each in after}
    gone = [each for each in before if each not in olds and each.path not in new_paths]
    come = [each for each in after if each not in news and each.path not in old_paths]
    found += _within(
        [each for each in gone if "." in each.path],
        [each for each in come if "." in each.path],
        lambda text: text.path.rpartition(".")[0],
        at_its_place=False,
    )
    olds, news = {old for old, _new in found}, {new for _old, new in found}
    return found + _within(
        [each for each in before if each not in olds],
        [each for each in come if each not in news and is_of_its_text(each.path)],
        lambda text: text.path.rpartition(".")[0],
        at_its_place=False,
    )


def _within(
    before: Iterable[Text],
    after: Iterable[Text],
    place: Callable[[Text], str],
    at_its_place: bool,
) -> Pairs:
    olds: dict[str, list[Text]] = defaultdict(list)
    news: dict[str, list[Text]] = defaultdict(list)
    for text in before:
        olds[place(text)].append(text)
    for text in after:
        news[place(text)].append(text)
    return [
        pair for key in news if key in olds for pair in _match(olds[key], news[key], at_its_place)
    ]


def _match(olds: list[Text], news: list[Text], at_its_place: bool) -> Pairs:
    stayed: Counter[int] = Counter()
    if at_its_place:
        stayed = Counter(each.string for each in olds) & Counter(each.string for each in news)
    old_left, new_left = _without(olds, stayed), _without(news, stayed)
    alone = at_its_place and len(olds) == len(news) == 1
    found = [] if alone else _alike(old_left, new_left)
    taken = {text for pair in found for text in pair}
    rest = {*old_left, *new_left} - taken
    if not at_its_place:
        rest = {text for text in rest if is_of_its_text(text.path)}
    return found + _in_place(olds, news, rest)


def _in_place(olds: list[Text], news: list[Text], rest: set[Text]) -> Pairs:
    """One that went and one that came between the same neighbours."""
    matcher = SequenceMatcher(
        a=[each.string for each in olds], b=[each.string for each in news], autojunk=False
    )
    found: Pairs = []
    for operation, since, to, begin, end in matcher.get_opcodes():
        if operation == "replace":
            found += zip(
                [each for each in olds[since:to] if each in rest],
                [each for each in news[begin:end] if each in rest],
                strict=False,
            )
    return found


def _alike(olds: list[Text], news: list[Text]) -> Pairs:
    """By the words that they share, the most alike first; none twice."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    scored = []
    for new in news:
        matcher.set_seq2(new.words)
        for old in olds:
            matcher.set_seq1(old.words)
            if matcher.real_quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                scored.append((ratio, old, new))
    found: Pairs = []
    taken: set[Text] = set()
    for _ratio, old, new in sorted(scored, key=itemgetter(0), reverse=True):
        if not {old, new} & taken:
            taken |= {old, new}
            found.append((old, new))
    return found


def _without(texts: list[Text], stayed: Counter[int]) -> list[Text]:
    """Those that are more than what stayed."""
    left, found = Counter(stayed), []
    for text in texts:
        if left[text.string]:
            left[text.string] -= 1
        else:
            found.append(text)
    return found


def is_of_its_text(path: str) -> bool:
    return _OF_ITS_TEXT.fullmatch(path.rpartition(".")[2]) is not None
