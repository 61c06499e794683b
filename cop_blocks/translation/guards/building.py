"""Publishing by way of wagtail-localize, which would write the live row before it publishes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import DraftStateMixin, Locale, Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from cop_blocks.translation.completeness import Unfinished, unfinished, unfinished_on
from cop_blocks.translation.guards import PUBLISH
from cop_blocks.translation.guards.publishing import hold_back, let_through, person
from cop_blocks.translation.rights.places import target_in
from cop_blocks.translation.seams import seam


@seam("wagtail_localize.models:TranslationSource.create_or_update_translation", guard=PUBLISH)
def create_or_update_translation(
    original: Callable[..., Any],
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> Any:
    """Judges the text first, builds a draft of it, and publishes that."""
    build = partial(
        original, self, locale, user=user, copy_parent_pages=copy_parent_pages, fallback=fallback
    )
    if not publish or not issubclass(self.specific_content_type.model_class(), DraftStateMixin):
        return build(publish=publish)
    translation = self.translations.filter(target_locale=locale).first() or Translation(
        source=self, target_locale=locale
    )
    target = target_in(self, locale)
    left = _would_lack(self, translation, target)
    if not let_through(target, left):
        hold_back(target or self.object_repr, left, translation)
        return build(publish=False)
    if isinstance(target, Page) and target.alias_of_id:
        return _at_once(build, left, user)
    built, created = build(publish=False)
    revision = _consented(built, left)
    transaction.on_commit(partial(revision.publish, user=user, skip_permission_checks=True))
    return built, created


def _at_once(build: Callable[..., Any], left: list[Unfinished], user: Any) -> Any:
    """An alias stops being one when it goes live and not before, or the text of the source would
    stand there as if it were its own."""
    refused: ValidationError | None = None
    with transaction.atomic():
        try:
            built, created = build(publish=False)
        except ValidationError as error:
            refused = error  # What was said of each field is written already, and stays.
        else:
            _consented(built, left).publish(user=user, skip_permission_checks=True)
    if refused is not None:
        raise refused
    return built, created


def _consented(built: Any, left: list[Unfinished]) -> Revision:
    """The revision just made, with the act that lets it through where it lacks something: it may
    be published when the transaction is done, and the person is gone by then."""
    from cop_blocks.translation.models import Consent

    revision = Revision.objects.get(pk=built.latest_revision_id)
    if left:
        let_through(built, left)
        Consent.objects.give(revision, person(), left, target=built)
    return revision


def _would_lack(
    source: TranslationSource, translation: Any, target: Any | None
) -> list[Unfinished]:
    if target is None:
        return unfinished(translation)
    ephemeral = source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    # As it comes out of a revision: blocks that were changed in memory keep old raw data.
    return unfinished_on(target.with_content_json(ephemeral.serializable_data()), translation)
