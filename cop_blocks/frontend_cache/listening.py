"""Who tells that something is shown otherwise from now on."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    pre_page_move,
)

from cop_blocks.base_page import Page
from cop_blocks.frontend_cache import shown
from cop_blocks.frontend_cache.pending import tell
from cop_blocks.models import (
    Organisation,
    OrganisationText,
    Person,
    PersonText,
    SiteSettings,
    Term,
    TermLabel,
    TermRow,
    Vocabulary,
    VocabularyLabel,
)
from cop_blocks.organisations import is_naming

Handler = Callable[..., None]


def connect_if_installed() -> None:
    """Called once, in ``ready()``."""
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        connect()


def connect() -> None:
    for signal, sender, handler in _told():
        signal.connect(handler, sender=sender, dispatch_uid=_uid(handler))


def disconnect() -> None:
    for signal, sender, handler in _told():
        signal.disconnect(sender=sender, dispatch_uid=_uid(handler))


def _uid(handler: Handler) -> str:
    return f"cop_blocks.frontend_cache.{handler.__name__}"


def _told() -> list[tuple[Any, type | None, Handler]]:
    saved_or_deleted: list[tuple[type, Handler]] = [
        (TermRow, term_row_changed),
        (Term, term_changed),
        (TermLabel, term_label_changed),
        (Vocabulary, vocabulary_changed),
        (VocabularyLabel, vocabulary_label_changed),
        (OrganisationText, organisation_text_changed),
        (PersonText, person_text_changed),
        (PageViewRestriction, privacy_changed),
        (SiteSettings, site_settings_changed),
    ]
    return [
        (page_published, None, page_shown),
        (page_unpublished, None, page_gone),
        # Rows of any model that somebody registers later.
        (post_save, None, naming_row_changed),
        (post_delete, None, naming_row_changed),
        (pre_page_move, None, page_moves),
        (page_slug_changed, None, page_renamed),
        *((pre_delete, model, thing_goes) for model in (Organisation, Person)),
        *((post_save, model, thing_changed) for model in (Organisation, Person)),
        *(
            (signal, model, handler)
            for model, handler in saved_or_deleted
            for signal in (post_save, post_delete)
        ),
    ]


def page_shown(instance: Any, **kwargs: Any) -> None:
    """Wagtail purges the page itself; what lists or names it is ours. Not for a scheduled page."""
    if instance.live:
        tell(kinds=[_kind(instance)], named=[instance.pk])


def page_gone(instance: Any, **kwargs: Any) -> None:
    """It may be deleted in a moment: who names it is asked now."""
    tell(
        kinds=[_kind(instance)],
        pages=shown.around([instance.pk]),
        organisations=shown.organisations_of([instance.pk]),
    )


def page_moves(instance: Any, **kwargs: Any) -> None:
    """Old addresses of a tree, before they are gone."""
    tree = _tree(instance)
    tell(
        urls=[address for page in tree for address in _addresses(page)],
        kinds=map(_kind, tree),
        named=[page.pk for page in tree],
    )


def page_renamed(instance: Any, instance_before: Any, **kwargs: Any) -> None:
    """The same where the address of a page changed, and with it those below it."""
    old, new = instance_before.get_full_url(), instance.get_full_url()
    tree = _tree(instance) if old and new else []
    now = [address for page in tree for address in _addresses(page)]
    tell(
        urls=[old + address.removeprefix(new) for address in now if address.startswith(new)],
        kinds=map(_kind, tree),
        named=[page.pk for page in tree],
    )


def privacy_changed(instance: Any, **kwargs: Any) -> None:
    """A page that became private must leave the cache, with all below it and all that lists it."""
    page = instance.page
    tell(trees=[page.path], named=[page.pk], in_all_lists=True)


def term_row_changed(instance: Any, **kwargs: Any) -> None:
    tell(untyped=[instance.content_object_id])


def term_changed(instance: Any, **kwargs: Any) -> None:
    tell(terms=[instance.pk], in_all_lists=True)


def term_label_changed(instance: Any, **kwargs: Any) -> None:
    tell(terms=[instance.term_id], in_all_lists=True)


def vocabulary_changed(instance: Any, **kwargs: Any) -> None:
    tell(vocabularies=[instance.pk], in_all_lists=True)


def vocabulary_label_changed(instance: Any, **kwargs: Any) -> None:
    tell(vocabularies=[instance.vocabulary_id], in_all_lists=True)


def thing_changed(instance: Any, **kwargs: Any) -> None:
    tell(things=[(type(instance), instance.pk)], in_all_lists=True)


def thing_goes(instance: Any, **kwargs: Any) -> None:
    """Who names it is known until it is deleted."""
    tell(pages=shown.naming([(type(instance), instance.pk)]), in_all_lists=True)


def naming_row_changed(instance: Any, **kwargs: Any) -> None:
    """A page named an organisation, or no longer does: that stands on the organisation's page."""
    if is_naming(instance) and instance.organisation_id:
        tell(organisations=[instance.organisation_id])


def organisation_text_changed(instance: Any, **kwargs: Any) -> None:
    tell(things=[(Organisation, instance.organisation_id)], in_all_lists=True)


def person_text_changed(instance: Any, **kwargs: Any) -> None:
    tell(things=[(Person, instance.person_id)], in_all_lists=True)


def site_settings_changed(instance: Any, **kwargs: Any) -> None:
    """Organiser and contact stand at the foot of every page of the site, in every language."""
    tell(trees=[instance.site.root_page.path[: Page.steplen]])


def _kind(page: Any) -> tuple[type, int]:
    return page.specific_class or type(page), page.locale_id


def _tree(page: Any) -> list[Any]:
    below = Page.objects.filter(path__startswith=page.path).live()
    return list(below.select_related("locale", "content_type"))


def _addresses(page: Any) -> set[str]:
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    batch.add_page(page)
    return set(batch.urls)
