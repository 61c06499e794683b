"""The form behind the panel: one field a vocabulary."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cop_blocks.languages import content_languages
from cop_blocks.models import Term, TermRow
from cop_blocks.terms.choices import VocabularyChoices, folded, vocabulary_choices
from cop_blocks.terms.widgets import TermBoxes, TermRounds, TermSelect, TermWords
from cop_blocks.terms.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: From how many terms on a list to pull down is kinder than a list of rounds.
LONG = 8
#: Names the vocabularies that an edit form showed. A box that is not ticked sends nothing, so
#: without it an emptied vocabulary and one that was not there look the same. No vocabulary's code
#: holds an underscore.
SHOWN = "_shown"


class TermsField(forms.Field):
    """Terms of one vocabulary, as a list of codes."""

    def __init__(self, choices: VocabularyChoices, chosen: list[str]) -> None:
        self.choices = choices
        offer = list(choices.offered(chosen))
        is_multiple = choices.vocabulary.is_multiple
        kind = TermBoxes if is_multiple else TermSelect if len(offer) > LONG else TermRounds
        widget = kind()
        widget.offer = offer
        widget.group_label = choices.label
        super().__init__(
            required=choices.vocabulary.is_required,
            label=choices.label,
            help_text=choices.help_text,
            initial=chosen,
            widget=widget,
        )
        self.required_message = _("Choose at least one.") if is_multiple else _("Choose one.")
        self.offered = {choice.code for choice in offer}

    def clean(self, value: "Iterable[str]") -> list[str]:
        codes = [code for code in dict.fromkeys(value or ()) if code]
        for code in codes:
            if code not in self.offered:
                raise forms.ValidationError(
                    _("Choose from the list: “%(code)s” is not in it."),
                    code="unknown",
                    params={"code": code},
                )
        if self.required and not codes:
            raise forms.ValidationError(self.required_message, code="required")
        if not self.choices.vocabulary.is_multiple and len(codes) > 1:
            raise forms.ValidationError(_("Choose one."), code="many")
        order = list(self.choices.terms)
        return sorted(codes, key=order.index)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(initial or ()) != {code for code in data or () if code}


class WordsField(forms.Field):
    """Words of a free vocabulary: codes of terms, and new words as they were typed."""

    def __init__(self, choices: VocabularyChoices, chosen: list[str]) -> None:
        self.choices = choices
        super().__init__(
            required=choices.vocabulary.is_required,
            label=choices.label,
            help_text=choices.help_text,
            initial=[choices.terms[code].label for code in chosen if code in choices.terms],
            widget=TermWords(choices.vocabulary.code),
        )

    def clean(self, value: str | None) -> list[tuple[str | None, str]]:
        """Pairs of a code (``None`` for a new word) and the word, in the order typed."""
        words = split_words(value)
        if self.required and not words:
            raise forms.ValidationError(_("Type at least one word."), code="required")
        if not self.choices.vocabulary.is_multiple and len(words) > 1:
            raise forms.ValidationError(_("Type one word only."), code="many")
        found: dict[str, tuple[str | None, str]] = {}
        for word in words:
            if len(word) > 100:
                raise forms.ValidationError(
                    _("A word has at most 100 characters."), code="max_length"
                )
            code = self.choices.code_of(word)
            found.setdefault(code or folded(word), (code, word))
        return list(found.values())

    def has_changed(self, initial: Any, data: Any) -> bool:
        return [folded(word) for word in initial or ()] != [
            folded(word) for word in split_words(data)
        ]


class TermsForm(forms.Form):
    """All vocabularies of a page; ``instance`` is there because Wagtail asks every child form."""

    def __init__(self, *args: Any, carried: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = TermRow()
        self.carried = carried
        self.deferred: list[str] = []
        self.vocabularies = {
            choices.vocabulary.code: choices for choices in vocabulary_choices(get_language() or "")
        }
        for code, choices in self.vocabularies.items():
            kind = WordsField if choices.vocabulary.is_free else TermsField
            self.fields[code] = kind(choices, carried.get(code, []))
        if self.is_bound:
            for code in self.vocabularies.keys() - self.shown():
                del self.fields[code]

    @property
    def shown_name(self) -> str:
        return self.add_prefix(SHOWN)

    def shown(self) -> set[str]:
        """The vocabularies that the posted form showed, or that it has values for."""
        getter = getattr(self.data, "getlist", None)
        listed = getter(self.shown_name) if getter else [self.data.get(self.shown_name, "")]
        named = {code for value in listed for code in str(value).split(",")}
        return {c for c in self.vocabularies if c in named or self.add_prefix(c) in self.data}

    def defer_required_fields(self) -> None:
        """A draft may be incomplete."""
        self.deferred += [name for name, field in self.fields.items() if field.required]
        for name in self.deferred:
            self.fields[name].required = False

    def restore_required_fields(self) -> None:
        for name in self.deferred:
            self.fields[name].required = True
        self.deferred = []

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        return []

    def chosen(self, language: str) -> dict[str, list[Term]]:
        """The terms of each vocabulary that was shown, new words as unsaved terms."""
        picked: dict[str, list[tuple[str | None, str]]] = {
            code: [item if isinstance(item, tuple) else (item, "") for item in value]
            for code, value in self.cleaned_data.items()
        }
        pks = [
            self.vocabularies[vocabulary].terms[code].pk
            for vocabulary, items in picked.items()
            for code, _word in items
            if code
        ]
        terms = Term.objects.select_related("vocabulary").in_bulk(pks)
        return {
            vocabulary: [
                terms[self.vocabularies[vocabulary].terms[code].pk]
                if code
                else Term.word(self.vocabularies[vocabulary].vocabulary, word, language)
                for code, word in items
            ]
            for vocabulary, items in picked.items()
        }


def language_of(page: Any) -> str:
    """The language in which an editor types new words on this page."""
    if page is not None and getattr(page, "locale_id", None):
        return str(page.locale.language_code)
    return next(iter(content_languages()))
