"""What an edit form asks for, asked of a page that comes from elsewhere."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cop_blocks.models import Vocabulary


def validate_required_terms(page: Any) -> None:
    """Refuse a live page without a term of a vocabulary that its type must have.

    For the ``clean()`` of a page type: the form asks editors, this asks imports and APIs. A draft
    may be incomplete.
    """
    if not page.live:
        return
    required = [v for v in Vocabulary.objects.filter(is_required=True) if v.is_for(page)]
    if not required:
        return
    carried = {row.tag.vocabulary_id for row in page.cop_term_rows.all().select_related("tag")}
    missing = [vocabulary for vocabulary in required if vocabulary.pk not in carried]
    if missing:
        names = ", ".join(vocabulary.name(get_language() or "") for vocabulary in missing)
        raise ValidationError(
            _("Choose at least one of: %(names)s."), code="required_terms", params={"names": names}
        )
