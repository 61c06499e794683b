"""``cop_setup`` makes a group of translators for each language, where there is more than one to
translate into; with one, the translators of all languages are those of that language."""

from collections.abc import Iterator

from django.utils.translation import get_language_info, override

from cop_blocks.setup.groups import GroupPlan
from cop_blocks.setup.run import SetupRun
from cop_blocks.setup.texts import Texts

_NAMES = {"en": "CoP translators: {}", "nl": "CoP-vertalers: {}"}


def translators_of_each_language(run: SetupRun) -> Iterator[GroupPlan]:
    """Who changes what stands in one language, and nothing else."""
    source = run.parent.locale.language_code
    others = sorted({language for _key, language in run.pages if language != source})
    for language in others if len(others) > 1 else ():
        yield GroupPlan(
            f"translators-{language}",
            names(language),
            in_source=(),
            in_translations=("change",),
            files=("choose",),
            language=language,
        )


def names(language: str) -> Texts:
    """The group's name, with that of the language in each of ours, as Django knows it."""
    found = {}
    for ours, text in _NAMES.items():
        with override(ours):
            found[ours] = text.format(_name_of(language))
    return found


def _name_of(language: str) -> str:
    try:
        return str(get_language_info(language)["name_translated"])
    except KeyError:
        return language
