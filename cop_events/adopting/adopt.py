"""Session pages made after event pages of a host. The host's pages are only read."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug, get_supported_content_language_variant

from cop_blocks.facts.origin import remember_origin
from cop_blocks.mapping.plan import Plan
from cop_blocks.mapping.sources import Source
from cop_blocks.models import Term, TermRow
from cop_events.adopting.body import body_of
from cop_events.adopting.fields import Fields
from cop_events.adopting.values import plain_values, when_values
from cop_events.models import SessionPage
from cop_events.parsing import UnreadableDateError
from cop_events.validation import missing_errors, when_errors

#: By this and the group of the originals our pages are known again; never change it.
NAMESPACE = uuid.UUID("6f7f0a52-2f0d-5c39-9a3e-4b6c8a1d7e10")


@dataclass(slots=True)
class Outcome:
    """What became of one event page."""

    original: Any
    #: The session page; ``None`` in a dry run and where there was a problem.
    page: Any = None
    is_new: bool = False
    problem: str = ""
    #: Blocks of the host that became plain paragraphs.
    simplified: Sequence[str] = ()
    when: str = ""


@dataclass
class Adoption:
    """One run over all event pages of a type, into one series (and its translations)."""

    model: Any
    series: Any
    fields: Fields
    #: How tags and categories are read, and which terms they are.
    terms: Sequence[tuple[Source, Plan]] = ()
    publish: bool = False
    timezone: str = ""
    _series: dict[int, Any] = field(default_factory=dict)

    def run(self, *, is_dry: bool) -> Iterator[Outcome]:
        """Group by group (the translations of one event), each in a transaction of its own: it
        may be stopped and run again. What was adopted before is left as it is."""
        for group in self._groups():
            with transaction.atomic():
                outcomes = [self._adopt(original, is_dry=is_dry) for original in group]
            yield from outcomes

    def _groups(self) -> Iterator[list[Any]]:
        exactly = ContentType.objects.get_for_model(self.model)
        pages = self.model._base_manager.filter(content_type=exactly, alias_of__isnull=True)
        keys = list(pages.order_by("path").values_list("translation_key", flat=True))
        default = get_supported_content_language_variant(settings.LANGUAGE_CODE)
        for key in dict.fromkeys(keys):
            group = pages.filter(translation_key=key).select_related("locale", "owner")
            # The source of facts first: what a translation shows comes from there.
            yield sorted(group, key=lambda page: (page.locale.language_code != default, page.pk))

    def _adopt(self, original: Any, *, is_dry: bool) -> Outcome:
        key = uuid.uuid5(NAMESPACE, str(original.translation_key))
        known = SessionPage.objects.filter(translation_key=key, locale=original.locale).first()
        if known is not None:
            return Outcome(original, known)
        parent = self._parent(original.locale)
        if parent is None:
            message = _("The series has no translation in this language. Translate it first.")
            return Outcome(original, problem=message)
        says = original if original.live else original.get_latest_revision_as_object()
        try:
            with transaction.atomic():
                outcome = self._make(original, says, parent, key)
                if is_dry:
                    transaction.set_rollback(True)
        except UnreadableDateError as error:
            return Outcome(original, problem=str(error))
        except ValidationError as error:
            return Outcome(original, problem=_words(error))
        if is_dry:
            outcome.page = None
        return outcome

    def _make(self, original: Any, says: Any, parent: Any, key: uuid.UUID) -> Outcome:
        blocks, simplified = body_of(says, self.fields.body)
        page = SessionPage(
            title=says.title,
            slug=find_available_slug(parent, says.slug),
            locale=original.locale,
            translation_key=key,
            owner=original.owner,
            live=False,
            first_published_at=original.first_published_at,
            body=blocks,
            **plain_values(says, self.fields),
            **when_values(says, self.fields, self.timezone),
        )
        _check(page)
        parent.add_child(instance=page)
        for order, term in enumerate(self._terms_of(original)):
            TermRow.objects.create(content_object=page, tag=term, sort_order=order)
        page = SessionPage.objects.get(pk=page.pk)
        remember_origin(page)
        revision = page.save_revision(user=original.owner)
        if self.publish and original.live:
            revision.publish()
            page.refresh_from_db()
        return Outcome(
            original, page, is_new=True, simplified=simplified, when=str(page.when or "")
        )

    def _terms_of(self, original: Any) -> list[Term]:
        found: dict[int, Term] = {}
        for source, plan in self.terms:
            for term in plan.terms_of(source.of_pages([original.pk])[original.pk]):
                found[term.pk] = term
        return list(found.values())

    def _parent(self, locale: Any) -> Any:
        if locale.pk not in self._series:
            found = self.series
            if locale.pk != self.series.locale_id:
                found = self.series.get_translation_or_none(locale)
            self._series[locale.pk] = found
        parent = self._series[locale.pk]
        if parent is not None:
            parent.refresh_from_db()
        return parent


#: Set when a page gets its place.
_OF_THE_TREE = ["path", "depth", "numchild", "url_path", "content_type"]


def _check(page: Any) -> None:
    """What the edit form asks, before the database refuses it in its own words."""
    days = (page.start_date, page.end_date, page.start_time)
    errors = missing_errors(page.precision, *days)
    errors |= when_errors(page.precision, *days, page.end_time)
    if errors:
        raise ValidationError(dict(errors))
    page.clean_fields(exclude=_OF_THE_TREE)


def _words(error: ValidationError) -> str:
    if hasattr(error, "error_dict"):
        return " ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
    return " ".join(error.messages)
