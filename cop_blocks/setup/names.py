"""The step that names the start vocabularies in a language that joined the site later."""

from typing import Any

from cop_blocks.models import Term, TermLabel, Vocabulary, VocabularyLabel
from cop_blocks.setup.run import SetupRun, is_untouched, remember
from cop_blocks.setup.texts import speaks, text_in
from cop_blocks.terms.start import START_VOCABULARIES, StartTerm, StartVocabulary

CODE = "names"


def add_names(run: SetupRun) -> None:
    """Add what is missing where nobody changed anything; nothing is made or told in a dry run."""
    if run.is_dry:
        return
    languages = [code for code in run.languages if speaks({"nl": "", "en": ""}, code)]
    for start in START_VOCABULARIES:
        vocabulary = Vocabulary.objects.filter(code=start.code).first()
        if vocabulary is None or all(_has(vocabulary, code) for code in languages):
            continue
        _add(run, languages, f"vocabularies:{start.code}", vocabulary, start)
        terms = {term.code: term for term in vocabulary.terms.all()}
        for entry in start.terms:
            if entry.code in terms:
                key = f"vocabularies:{start.code}.{entry.code}"
                _add(run, languages, key, terms[entry.code], entry)


def _has(thing: Vocabulary | Term, language: str) -> bool:
    return bool(thing.labels.filter(language=language).exists())


def _add(
    run: SetupRun,
    languages: list[str],
    key: str,
    thing: Vocabulary | Term,
    start: StartVocabulary | StartTerm,
) -> None:
    record = run.record_of(key)
    if record is None or not is_untouched(record, thing):
        return
    for language in languages:
        if not _has(thing, language):
            thing.labels.add(_label(start, language))
    thing.save()
    remember(key, type(thing)._base_manager.get(pk=thing.pk))


def _label(start: StartVocabulary | StartTerm, language: str) -> Any:
    label = text_in({"nl": start.nl, "en": start.en}, language)
    if isinstance(start, StartVocabulary):
        help_text = text_in({"nl": start.help_nl, "en": start.help_en}, language)
        return VocabularyLabel(language=language, label=label, help_text=help_text)
    others = start.other_nl if language.startswith("nl") else start.other_en
    return TermLabel(language=language, label=label, alternatives="\n".join(others))
