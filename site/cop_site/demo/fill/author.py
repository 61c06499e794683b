"""Writing pages and their translations: draft, revision, publish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Site

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Person, SetupRecord, Term, TermRow

LANGUAGES = ("nl", "en")
SOURCE, TRANSLATION = LANGUAGES

#: For each relation, the texts of its rows in their order.
RowTexts = Mapping[str, Iterable[Mapping[str, str]]]


@dataclass(slots=True)
class Author:
    """Who fills, on which day, and what has been written so far."""

    today: date
    site: Site
    user: Any = None
    locales: dict[str, Locale] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    pictures: dict[str, Any] = field(default_factory=dict)
    sessions: dict[int, Page] = field(default_factory=dict)
    examples: dict[str, Page] = field(default_factory=dict)
    _terms: dict[tuple[str, str], Term] = field(default_factory=dict)

    def planned_page(self, key: str, language: str) -> Any:
        """A page that ``cop_setup`` made."""
        record = SetupRecord.objects.get(key=f"pages:{self.site.pk}:{key}:{language}")
        return record.thing().specific

    def publish(self, page: Any) -> Any:
        page.save_revision(user=self.user).publish(user=self.user)
        page.refresh_from_db()
        return page

    def add(self, parent: Page, page: Any, language: str = SOURCE) -> Any:
        """Make ``page`` beneath ``parent`` and publish it."""
        page.live = False
        page.has_unpublished_changes = True
        page.locale = self.locales[language]
        page.owner = self.user
        page.slug = find_available_slug(parent, page.slug or slugify(page.title))
        parent.add_child(instance=page)
        return self.publish(page)

    def translate(self, source: Any, texts: Mapping[str, Any], rows: RowTexts | None = None) -> Any:
        """Make the English of ``source``; it is live when the source is."""
        page = source.copy_for_translation(self.locales[TRANSLATION]).specific
        for name, value in texts.items():
            setattr(page, name, value)
        page.slug = find_available_slug(
            page.get_parent(), texts.get("slug") or slugify(page.title), ignore_page_id=page.pk
        )
        for relation, all_texts in (rows or {}).items():
            children = list(getattr(page, relation).all())
            for child, row_texts in zip(children, all_texts, strict=True):
                for name, value in row_texts.items():
                    setattr(child, name, value)
            setattr(page, relation, children)
        page.draft_title = page.title
        if source.live:
            return self.publish(page)
        page.save()
        page.save_revision(user=self.user)
        return page

    def add_terms(self, page: Any, terms: Iterable[tuple[str, str]]) -> None:
        if not self._terms:
            found = Term.objects.select_related("vocabulary")
            self._terms.update({(term.vocabulary.code, term.code): term for term in found})
        for order, term in enumerate(terms):
            page.cop_term_rows.add(TermRow(tag=self._terms[term], sort_order=order))
