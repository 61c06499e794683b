"""Making the start vocabularies; what is there already stays as it is."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction

from cop_blocks.languages import content_languages
from cop_blocks.models import Organisation, Term, TermLabel, Vocabulary, VocabularyLabel
from cop_blocks.terms.start import START_VOCABULARIES, StartTerm, StartVocabulary

if TYPE_CHECKING:
    from cop_blocks.setup.run import SetupRun

T = TypeVar("T")


@transaction.atomic
def load_vocabularies(languages: Sequence[str] | None = None) -> list[str]:
    """Make the start vocabularies that are not there, with their terms; the names of what was made.

    Run again it makes nothing, and a vocabulary that is there is left alone: its editors know
    better. ``languages`` are those of the site's content unless given.
    """
    languages = languages or list(content_languages())
    known = set(Vocabulary.objects.values_list("code", flat=True))
    made: list[str] = []
    for order, start in enumerate(START_VOCABULARIES):
        if start.code in known:
            continue
        vocabulary = make_vocabulary(start, languages, order)
        made.append(vocabulary.code)
        for place, start_term in enumerate(start.terms):
            made.append(make_term(start_term, vocabulary, languages, place).name)
    return made


def fill_vocabularies(run: "SetupRun") -> None:
    """The step of ``cop_setup``: as ``load_vocabularies``, on the record of what setup made."""
    from cop_blocks.setup.run import THERE

    for order, start in enumerate(START_VOCABULARIES):
        key = f"vocabularies:{start.code}"
        own = Vocabulary.objects.filter(code=start.code).first()
        if own and not run.record_of(key):
            run.say(THERE, _label(start, run.languages))
            continue
        made = run.ensure(
            key,
            _label(start, run.languages),
            partial(make_vocabulary, start, run.languages, order),
        )
        if made is None and not run.is_dry:
            continue
        for place, term in enumerate(start.terms):
            run.ensure(
                f"{key}.{term.code}",
                f"{_label(start, run.languages)}: {_label(term, run.languages)}",
                partial(make_term, term, made, run.languages, place),
            )


def make_vocabulary(start: StartVocabulary, languages: Iterable[str], order: int) -> Vocabulary:
    vocabulary = Vocabulary(
        code=start.code,
        match=start.match,
        page_types=list(start.page_types),
        sort_order=order,
        **start.flags,
    )
    vocabulary.labels = [
        VocabularyLabel(language=language, label=label, help_text=help_text)
        for language, (label, help_text) in _in(languages, start.labels.items())
    ]
    vocabulary.full_clean()
    vocabulary.save()
    return vocabulary


def make_term(
    start: StartTerm, vocabulary: Vocabulary, languages: Iterable[str], order: int
) -> Term:
    broader = Term.objects.filter(vocabulary=vocabulary, code=start.within).first()
    term = Term(
        vocabulary=vocabulary,
        code=start.code,
        broader=broader,
        sort_order=order,
        palette=start.palette,
        mark=start.mark,
    )
    term.labels = [
        TermLabel(language=language, label=label, alternatives="\n".join(others))
        for language, (label, others) in _in(languages, start.labels.items())
    ]
    term.full_clean()
    term.save()
    return term


def may_be_removed(thing: Vocabulary | Term) -> bool:
    """Whether nobody uses it: no page or organisation has the term, no other term needs it."""
    if isinstance(thing, Vocabulary):
        return not thing.terms.exists()
    return not (
        thing.rows.exists()
        or thing.narrower.exists()
        or thing.predecessors.exists()
        or Organisation.objects.filter(region=thing).exists()
    )


def _in(languages: Iterable[str], texts: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """The texts of each language, or of what it is a variety of ("en" for "en-gb")."""
    known = dict(texts)
    found = ((code, known.get(code) or known.get(code.partition("-")[0])) for code in languages)
    return [(code, text) for code, text in found if text is not None]


def _label(start: StartVocabulary | StartTerm, languages: Sequence[str]) -> str:
    labels = _in(languages, ((code, texts[0]) for code, texts in start.labels.items()))
    return labels[0][1] if labels else start.en
