"""Two terms become one: every page follows, published, draft or old."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cop_blocks.models import Organisation, Term, TermLabel, TermRow


@transaction.atomic
def merge_terms(term: Term, into: Term) -> int:
    """Let ``into`` take the place of ``term``; the number of pages that followed.

    Rows of pages move now. Stored versions still name ``term``; whoever reads one gets ``into``
    (see ``with_current_terms``), so ``term`` stays, retired, and its names become other names of
    ``into``. Everything is saved through its model, ``into`` last, so that whoever listens finds
    all pages in their places.
    """
    if term.vocabulary_id != into.vocabulary_id:
        raise ValidationError(_("Choose a term of the same vocabulary."))
    # Whoever merges the same terms the other way round waits here, and is refused.
    pair = Term.objects.select_for_update().filter(pk__in=[term.pk, into.pk], is_merged=False)
    if len(pair) != 2:
        raise ValidationError(_("Choose another term that is in use."))
    pages = _move_rows(term, into)
    _move_tree(term, into)
    for organisation in Organisation.objects.filter(region=term):
        organisation.region = into
        organisation.save()
    _move_names(term, into)
    term.is_retired = term.is_merged = True
    term.successor, term.broader = into, None
    term.save()
    into.save()
    return pages


def _move_rows(term: Term, into: Term) -> int:
    carrying = set(TermRow.objects.filter(tag=into).values_list("content_object_id", flat=True))
    rows = list(TermRow.objects.filter(tag=term).select_related("content_object"))
    for row in rows:
        if row.content_object_id in carrying:
            row.delete()
        else:
            row.tag = into
            row.save()
    return len(rows)


def _move_tree(term: Term, into: Term) -> None:
    if _lies_within(into, term):
        # What lies within the merged term lies within ``into`` from now on; nothing in a ring.
        into.broader = term.broader
    for narrower in Term.objects.filter(broader=term).exclude(pk=into.pk):
        narrower.broader = into
        narrower.save()
    for predecessor in Term.objects.filter(successor=term).exclude(pk=into.pk):
        predecessor.successor = into
        predecessor.save()
    if into.successor_id == term.pk:
        into.successor = None


def _lies_within(term: Term, other: Term) -> bool:
    terms = Term.objects.filter(vocabulary_id=term.vocabulary_id)
    broader = dict(terms.values_list("pk", "broader_id"))
    above, seen = term.broader_id, set()
    while above and above not in seen:
        seen.add(above)
        above = broader.get(above)
    return other.pk in seen


def _move_names(term: Term, into: Term) -> None:
    labels = {label.language: label for label in into.labels.all()}
    for old in term.labels.all():
        names = [old.label, *old.alternatives.splitlines()]
        label = labels.get(old.language)
        if label is None:
            label = TermLabel(language=old.language, label=old.label, definition=old.definition)
            labels[old.language] = label
        known = [label.label, *label.alternatives.splitlines()]
        folded = {name.casefold() for name in known}
        label.alternatives = "\n".join(
            [*known[1:], *(name for name in names if name.casefold() not in folded)]
        )
    into.labels.set(labels.values())
