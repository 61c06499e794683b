"""Vocabularies, terms and pages for tests, in as few words as the tests need."""

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Site

from cop_blocks.models import Term, TermLabel, Vocabulary, VocabularyLabel
from tests.hosts.hostpages.models import NotePage


def vocabulary(code: str, name: str = "", **flags: Any) -> Vocabulary:
    made = Vocabulary(code=code, **flags)
    made.labels = [VocabularyLabel(language="en", label=name or code.capitalize())]
    made.save()
    return made


def term(
    of: Vocabulary, code: str, en: str = "", nl: str = "", other: str = "", **fields: Any
) -> Term:
    made = Term(vocabulary=of, code=code, **{"sort_order": of.terms.count(), **fields})
    made.labels = [TermLabel(language="en", label=en or code.capitalize(), alternatives=other)]
    if nl:
        made.labels = [*made.labels.all(), TermLabel(language="nl", label=nl)]
    made.save()
    return made


def note(*terms: Term, model: Any = NotePage, live: bool = True, **fields: Any) -> Any:
    """A page that carries ``terms``, below the home page."""
    page = model(**{"title": "Note", "live": live, **fields})
    page.cop_term_rows = [
        page.cop_term_rows.model(tag=carried, sort_order=order)
        for order, carried in enumerate(terms)
    ]
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    return model.objects.get(pk=page.pk)


def codes(page: Any) -> list[str]:
    """The keys of the terms that a page carries, in its order."""
    return [row.tag.name for row in page.cop_term_rows.all().select_related("tag")]


def administrator(language: str = "en") -> Any:
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "secret")
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    return user
