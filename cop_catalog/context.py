"""What the templates of the catalogue's pages are given; each line names a function elsewhere."""

from typing import Any

from cop_blocks.contact import site_links
from cop_blocks.looks import THEME
from cop_blocks.organisations import organisation_url
from cop_blocks.sections import sections
from cop_blocks.shown_terms import labels_of
from cop_catalog import related
from cop_catalog.cards import shown_state, site_today
from cop_catalog.detail import (
    IN_TAGS,
    Fact,
    PageTerms,
    Part,
    good_practice_facts,
    initiative_facts,
    organisations_of,
    parts_of,
    primary_action,
    state_notice,
)
from cop_catalog.state import standing
from cop_catalog.structured import article_data, service_data
from cop_catalog.themes import theme_elsewhere, theme_lists
from cop_search.finder import Finder
from cop_search.forms import Asked


def initiative_context(page: Any, request: Any) -> dict[str, Any]:
    names = labels_of(request)
    terms = PageTerms(page)
    organisations = organisations_of(page)
    today = site_today()
    stands = standing(page.timing, today)
    return {
        "state": shown_state(page.timing, today),
        "notice": state_notice(stands.word),
        "around": related.around(page, request),
        "labels": names,
        "tags": names.tags(terms.by_vocabulary(), IN_TAGS),
        "look": names.theme_look(terms.by_vocabulary()),
        "facts": initiative_facts(
            page, organisations, names, terms, lambda each: organisation_url(each, request)
        ),
        "action": primary_action(page, stands.state),
        "json_ld": service_data(page, page.get_full_url(request), organisations, names, terms),
    }


def good_practice_context(page: Any, request: Any) -> dict[str, Any]:
    names = labels_of(request)
    terms = PageTerms(page)
    organisations = organisations_of(page)
    parts: list[Part] = parts_of(page)
    facts: list[Fact] = good_practice_facts(
        organisations, names, terms, lambda each: organisation_url(each, request)
    )
    return {
        "tags": names.tags(terms.by_vocabulary(), ["theme"]),
        "look": names.theme_look(terms.by_vocabulary()),
        "facts": facts,
        "parts": parts,
        "behind": related.behind(page, request),
        "labels": names,
        "json_ld": article_data(
            page,
            page.get_full_url(request) or "",
            organisations,
            names,
            terms,
            site_links(request).organiser,
        ),
    }


def theme_context(page: Any, request: Any) -> dict[str, Any]:
    """The live lists; or, once something is asked for, what is found in the theme."""
    theme = page.cop_theme_code
    if not theme:
        return {"theme": None, "finder": None}
    labels = labels_of(request)
    shown = {"theme": theme, "look": labels.look(THEME, theme)}
    finder: Finder = page.finder(request)
    if request.GET and _asks_for_something(finder.asked):
        return {**shown, "finder": finder}
    side = sections("theme.side", page, request)
    lists = theme_lists(theme, request, frozenset().union(*(section.shows for section in side)))
    return {
        **shown,
        "finder": None,
        "lists": lists,
        "elsewhere": theme_elsewhere(page, theme, lists, request),
        "labels": labels,
        "all": related.list_pages(request),
    }


def _asks_for_something(asked: Asked) -> bool:
    """Whether an address holds more than what other sites add to it. What is not known counts:
    the finder says so."""
    return bool(
        asked.q
        or asked.chosen
        or any(asked.dates)
        or asked.only
        or asked.sort
        or asked.page > 1
        or asked.unknown
    )
