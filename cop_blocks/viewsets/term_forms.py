"""The form of a term, and the form that merges two."""

from typing import Any

from django import forms
from django.db.models import Max
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cop_blocks.models import Term, Vocabulary
from cop_blocks.models.term import code_for
from cop_blocks.terms.labels import TermLabels, term_labels
from cop_blocks.terms.tree import TermTree
from cop_blocks.viewsets.language_fields import LanguageFields
from cop_blocks.viewsets.look_fields import WIDGETS as LOOK_WIDGETS

NAMES = LanguageFields(
    relation="labels",
    columns={
        "label": lambda: forms.CharField(label=gettext_lazy("Name"), max_length=150),
        "alternatives": lambda: forms.CharField(
            label=gettext_lazy("Other names"),
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=gettext_lazy("One a line. Visitors find the term by them too."),
        ),
        "definition": lambda: forms.CharField(
            label=gettext_lazy("Definition"), widget=forms.Textarea(attrs={"rows": 3})
        ),
    },
    needed="label",
    needed_message=gettext_lazy("Give the term a name in this language."),
)


class TermChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Terms as trees, by their names; set ``offer`` before it is shown."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Term.objects.all(), required=False, **kwargs)

    def offer(
        self, labels: TermLabels, vocabularies: list[str], without: set[tuple[str, str]]
    ) -> None:
        """Offer the terms of ``vocabularies`` that are in use, but for those in ``without``."""
        trees = TermTree.load().vocabularies
        groups = []
        for vocabulary in vocabularies:
            if vocabulary not in trees:
                continue
            tree = trees[vocabulary]
            options = [
                (tree.terms[code].pk, "\N{EM SPACE}" * depth + labels.label(vocabulary, code))
                for code, depth in tree.in_order()
                if not tree.terms[code].is_retired and (vocabulary, code) not in without
            ]
            if options:
                groups.append((labels.vocabulary(vocabulary), options))
        self.choices = [("", _("None")), *(groups[0][1] if len(groups) == 1 else groups)]


class TermForm(WagtailAdminModelForm):
    """A term of a vocabulary. What stands in web addresses is chosen once."""

    broader = TermChoiceField(
        label=gettext_lazy("Lies within"),
        help_text=gettext_lazy("For trees: the broader term, of the same vocabulary."),
    )
    successor = TermChoiceField(
        label=gettext_lazy("Successor"),
        help_text=gettext_lazy("What a retired term is replaced by, of the same vocabulary."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = term_labels(get_language() or "")
        vocabularies = list(Vocabulary.objects.all())
        self.fields["vocabulary"].choices = [
            ("", "---------"),
            *((vocabulary.pk, labels.vocabulary(vocabulary.code)) for vocabulary in vocabularies),
        ]
        self.fields["code"].required = self.fields["sort_order"].required = False
        without: set[tuple[str, str]] = set()
        if self.instance.pk:
            self.fields["vocabulary"].disabled = self.fields["code"].disabled = True
            vocabularies = [self.instance.vocabulary]
            without = {(self.instance.vocabulary.code, self.instance.code)}
        else:
            self.initial["sort_order"] = None
            self.fields["sort_order"].help_text = _("Empty: after the others.")
            self.fields["code"].help_text = _(
                "Stands in web addresses and never changes. Empty: made from the name."
            )
        for name in LOOK_WIDGETS:
            field = self.fields[name]
            field.widget.group_label = field.label
        trees = [vocabulary.code for vocabulary in vocabularies if vocabulary.is_hierarchical]
        self.fields["broader"].offer(labels, trees, without)
        self.fields["successor"].offer(
            labels, [vocabulary.code for vocabulary in vocabularies], without
        )

    def clean_code(self) -> str:
        return self.cleaned_data.get("code") or self._code_from_name()

    def clean_sort_order(self) -> int:
        order: int | None = self.cleaned_data.get("sort_order")
        if order is None:
            others = Term.objects.filter(vocabulary=self.cleaned_data.get("vocabulary"))
            last: int | None = others.aggregate(last=Max("sort_order"))["last"]
            order = 0 if last is None else last + 1
        return order

    def clean(self) -> Any:
        cleaned_data = super().clean()
        successor, vocabulary = cleaned_data.get("successor"), cleaned_data.get("vocabulary")
        if successor and vocabulary and successor.vocabulary_id != vocabulary.pk:
            self.add_error("successor", _("Choose a term of the same vocabulary."))
        return cleaned_data

    def _code_from_name(self) -> str:
        names = (value for name, value in self.data.items() if name.startswith("label_"))
        name = next((name for name in names if str(name).strip()), "")
        return code_for(str(name)) if name else ""


def term_panels() -> Any:
    """The edit form of a term, bound to nothing yet."""
    return ObjectList(
        [
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("vocabulary"), FieldPanel("code")])],
                heading=gettext_lazy("Identity"),
            ),
            *NAMES.panels(),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("broader"), FieldPanel("sort_order")])],
                heading=gettext_lazy("Place"),
            ),
            MultiFieldPanel(
                [FieldPanel(name, widget=widget) for name, widget in LOOK_WIDGETS.items()],
                heading=gettext_lazy("Look"),
                help_text=gettext_lazy(
                    "The colour and the drawing by which visitors recognise it. By itself: a theme "
                    "gets the next free ones, another term is shown without."
                ),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("is_retired"), FieldPanel("successor")])],
                heading=gettext_lazy("Retire"),
            ),
        ],
        base_form_class=NAMES.form_class(TermForm),
    )


class MergeForm(forms.Form):
    """Which term takes the place of this one."""

    into = TermChoiceField(label=gettext_lazy("Merge into"))

    def __init__(self, *args: Any, term: Term, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term
        field = self.fields["into"]
        field.required = True
        field.error_messages["required"] = _("Choose the term that takes its place.")
        vocabulary = term.vocabulary.code
        field.offer(term_labels(get_language() or ""), [vocabulary], {(vocabulary, term.code)})  # type: ignore[attr-defined]

    def clean_into(self) -> Term:
        into: Term = self.cleaned_data["into"]
        if into.vocabulary_id != self.term.vocabulary_id:
            raise forms.ValidationError(_("Choose a term of the same vocabulary."))
        if into == self.term or into.is_merged or self.term.is_merged:
            raise forms.ValidationError(_("Choose another term that is in use."))
        return into
