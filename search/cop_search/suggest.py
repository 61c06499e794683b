"""``<page>/suggest/?q=...``: what somebody may mean who is typing in the field of that page.

Kinds and terms in the address hold, as those preset on the page do, so that a form sends what is
chosen in it. Words and addresses are ready to be shown: a script has no text of its own.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_blocks import finding
from cop_blocks.conditional import conditional
from cop_search.facade import suggest
from cop_search.finder import Finder
from cop_search.forms import Asked
from cop_search.parameters import kind_choices
from cop_search.suggesting.found import SuggestedTerm, Suggestions

#: Of each group: terms, pages, organisations.
LIMIT = 5
#: For how long an answer may be kept without asking again, in seconds. It cannot be purged.
MAX_AGE = 60


def suggest_response(page: Any, request: HttpRequest) -> HttpResponse:
    content = json.dumps(answer(page.finder(request)), cls=DjangoJSONEncoder, ensure_ascii=False)
    return conditional(request, content.encode(), "application/json", max_age=MAX_AGE)


def answer(finder: Finder) -> dict[str, Any]:
    """See ``docs/api.md``. Three statements, none for an empty field."""
    asked = {name: finder.data.getlist(name) for name in finder.data}
    known = {choice.code for choice in kind_choices(finder.kinds)}
    kinds = tuple(dict.fromkeys(code for code in asked.get("kind", ()) if code in known))
    found = suggest(
        finder.data.get("q", ""),
        finder.language,
        finder.site_id,
        LIMIT,
        kinds=kinds or finder.kinds,
        preset=finder.preset,
        chosen=asked,
        exclude_pages=finder.exclude_pages,
    )
    chosen = {**({"kind": kinds} if kinds else {}), **found.chosen}
    state = Asked("", chosen, (None, None), None, 1)
    return {
        "groups": [*_terms(finder, state, found), *_pages(found), *_organisations(found)],
        "status": ngettext("%(count)s suggestion", "%(count)s suggestions", len(found))
        % {"count": len(found)}
        if found
        else _("No suggestions"),
    }


def _terms(finder: Finder, state: Asked, found: Suggestions) -> Iterator[dict[str, Any]]:
    """A group for each vocabulary; a term leads to the list that has it as a filter."""

    def option(term: SuggestedTerm) -> dict[str, Any]:
        chosen = {**state.chosen, term.vocabulary: (term.code,)}
        url = finder.url(replace(state, chosen=chosen))
        return {"label": term.label, "hint": term.name, "url": url}

    terms = sorted(found.terms, key=lambda term: _place(found, term.vocabulary))
    for (vocabulary, label), group in groupby(
        terms, key=lambda term: (term.vocabulary, term.vocabulary_label)
    ):
        yield {
            "kind": "term",
            "vocabulary": vocabulary,
            "label": label,
            "options": [{"code": term.code, **option(term)} for term in group],
        }


def _place(found: Suggestions, vocabulary: str) -> int:
    """Where the nearest term of a vocabulary stands."""
    return [term.vocabulary for term in found.terms].index(vocabulary)


def _pages(found: Suggestions) -> Iterator[dict[str, Any]]:
    if found.pages:
        kinds = {kind.code: capfirst(str(kind.label)) for kind in finding.kinds()}
        yield {
            "kind": "page",
            "label": _("Pages"),
            "options": [
                {"label": page.title, "hint": kinds.get(page.kind, ""), "url": page.url}
                for page in found.pages
            ],
        }


def _organisations(found: Suggestions) -> Iterator[dict[str, Any]]:
    if found.organisations:
        yield {
            "kind": "organisation",
            "label": _("Organisations"),
            "options": [
                {"label": organisation.name, "hint": "", "url": organisation.url}
                for organisation in found.organisations
            ],
        }
