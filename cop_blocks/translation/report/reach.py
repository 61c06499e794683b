"""Which objects without a translation somebody sees: the rule of ``rights.may.visible``, for what
has no record of wagtail-localize yet."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from wagtail.models import Locale, Page

from cop_blocks.translation.rights.languages import languages_of, page_rights
from cop_blocks.translation.rights.models import may_look

_NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Reach:
    """``held`` are the pages with rights, ``abroad`` by language those in other trees whose
    translations would stand below them; ``None``: everything."""

    user: Any
    held: list[str] | None
    abroad: dict[int, list[str]]
    languages: set[int] | None

    def pages(self, locale: Locale) -> Q:
        if self.held is None:
            return Q()
        below = _NOTHING
        for path in (*self.held, *self.abroad.get(locale.pk, ())):
            below |= Q(path__startswith=path)
        return below

    def snippets(self, locale: Locale) -> Q:
        if self.languages is None or locale.pk in self.languages:
            return Q()
        return Q(locale__in=self.languages)

    def has_snippets(self, model: Any) -> bool:
        return may_look(self.user, model)


def reach(user: Any) -> Reach:
    """At most two statements, whatever they reach."""
    if user.is_active and user.is_superuser:
        return Reach(user, None, {}, None)
    held = page_rights(user) if user.is_active else []
    here = {(page.translation_key, page.locale_id) for page in held}
    others = Page.objects.filter(translation_key__in={key for key, _ in here}, depth__gt=1)
    abroad: dict[int, list[str]] = {}
    for page in others if here else ():
        for key, locale in here:
            if key == page.translation_key and locale != page.locale_id:
                abroad.setdefault(locale, []).append(page.path)
    return Reach(user, [page.path for page in held], abroad, languages_of(user))
