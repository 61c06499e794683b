"""What an editor is told about words that cannot be a rule."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from cop_search.analysis import analyser
from cop_search.rules.words import Phrase, equal, phrase

#: Of one rule; more would only slow the search.
MAX_ENTRIES, MAX_ENTRY_WORDS = 20, 6

Errors = dict[str, list[str]]


def check_synonyms(language: str, words: Sequence[str], also_finds: Sequence[str]) -> Errors:
    """Messages by field; none where the words can be synonyms."""
    errors: Errors = {
        field: found
        for field, entries in (("words", words), ("also_finds", also_finds))
        if (found := _entry_errors(language, entries))
    }
    if not errors and not also_finds and len(words) < 2:
        errors["words"] = [
            _("Write two words or more with commas between, or fill in what they also find.")
        ]
    return errors


def check_bet(language: str, words: Sequence[str], elsewhere: Iterable[str]) -> Errors:
    """Messages by field. ``elsewhere``: the questions of other best bets of this language and
    site."""
    found = _entry_errors(language, words)
    known = [(other, _read(language, other)) for other in elsewhere]
    for entry in words:
        other = next((o for o, read in known if equal(read, _read(language, entry))), None)
        if other is not None:
            found.append(
                _("“%(words)s” has a best bet already, for “%(other)s”. Add the pages there.")
                % {"words": entry, "other": other}
            )
    return {"words": found} if found else {}


def _entry_errors(language: str, entries: Sequence[str]) -> list[str]:
    found = []
    if len(entries) > MAX_ENTRIES:
        found.append(_("Keep it to %(number)d.") % {"number": MAX_ENTRIES})
        entries = entries[:MAX_ENTRIES]
    read: list[tuple[str, Phrase]] = []
    for entry in entries:
        words = _read(language, entry)
        before = next((other for other, known in read if equal(known, words)), None)
        if not words:
            found.append(
                _("“%(words)s” holds no word that is searched for. Write another.")
                % {"words": entry}
            )
        elif len(words) > MAX_ENTRY_WORDS:
            found.append(
                _("“%(words)s” is too long: keep it to %(number)d words.")
                % {"words": entry, "number": MAX_ENTRY_WORDS}
            )
        elif before is not None:
            found.append(
                _("“%(words)s” and “%(other)s” are the same to the search. Keep one of them.")
                % {"words": entry, "other": before}
            )
        read.append((entry, words))
    return found


def _read(language: str, entry: str) -> Any:
    return phrase(analyser(language), entry)
