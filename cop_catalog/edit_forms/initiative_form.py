"""The edit form of an initiative: what a new one starts with, and what applies to it."""

from typing import Any

from django.utils import timezone

from cop_blocks.editing.rules import ConditionalFieldsMixin
from cop_blocks.facts import FactsPageForm
from cop_blocks.members import organisations_of
from cop_catalog.edit_forms.rules import APPLIES
from cop_catalog.fields import LANGUAGE_CODES


class InitiativePageForm(ConditionalFieldsMixin, FactsPageForm):
    """A new initiative is provided and checked by the editor's own organisation, today."""

    applies = APPLIES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        data = args[0] if args else kwargs.get("data")
        is_new = instance is not None and not instance.pk and data is None
        if is_new:
            self._fill_in(instance, kwargs.get("for_user"), kwargs.get("parent_page"))
        super().__init__(*args, **kwargs)

    def _fill_in(self, page: Any, user: Any, parent: Any) -> None:
        own = organisations_of(user)
        if own and not page.organisation_rows.all():
            page.organisation_rows.add(page.organisation_rows.model(organisation=own[0]))
            page.verified_by = page.verified_by or own[0]
        page.verified_on = page.verified_on or timezone.localdate()
        language = parent.locale.language_code if parent else ""
        if not page.service_languages and language in LANGUAGE_CODES:
            page.service_languages = [language]
