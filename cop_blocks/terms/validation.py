"""What an edit form asks for, asked of a page that comes from elsewhere."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cop_blocks.facts.origin import is_facts_translation
from cop_blocks.models import Vocabulary

_ASKED = "_cop_terms_are_asked_by_form"


def asked_by_form(page: Any, is_asked: bool) -> None:
    """Say that a form asks for the terms of ``page``. Django cleans a page before its form has
    given it the posted rows, so ``clean()`` would look at the old ones."""
    setattr(page, _ASKED, is_asked)


def validate_required_terms(page: Any) -> None:
    """Refuse a live page without a term of a vocabulary that its type must have.

    For the ``clean()`` of a page type: the form asks editors, this asks imports and APIs. A draft
    may be incomplete, and a translation is not asked for the facts of its source.
    """
    if not page.live or getattr(page, _ASKED, False):
        return
    required = [v for v in Vocabulary.objects.filter(is_required=True) if v.is_for(page)]
    if not required:
        return
    carried = {row.tag.vocabulary_id for row in page.cop_term_rows.all().select_related("tag")}
    missing = [vocabulary for vocabulary in required if vocabulary.pk not in carried]
    terms_are_facts = "cop_term_rows" in getattr(page, "facts", ())
    if missing and not (terms_are_facts and is_facts_translation(page)):
        names = ", ".join(vocabulary.name(get_language() or "") for vocabulary in missing)
        raise ValidationError(
            _("Choose at least one of: %(names)s."), code="required_terms", params={"names": names}
        )
