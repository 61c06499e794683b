"""``{% load cop_blocks %}``: thin doors to plain functions."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from cop_blocks import breadcrumbs, conf, contact, files, jsonld, languages
from cop_blocks.feeds import feeds_of, site_feeds
from cop_blocks.head import head_of, in_state, page_title
from cop_blocks.looks import TermLook
from cop_blocks.looks.svg import mark_svg
from cop_blocks.organisations import organisation_url
from cop_blocks.parts import CONTEXT_NAME
from cop_blocks.relations import localized_pages
from cop_blocks.sections import sections
from cop_blocks.sharing import share_of
from cop_blocks.shown_terms import page_look, shown_terms

register = template.Library()


@register.inclusion_tag("cop_blocks/includes/head.html", takes_context=True)
def cop_head(context: Context) -> dict[str, Any]:
    """For the document's head, once: the stylesheet, and what :mod:`cop_blocks.head` says."""
    page, request = context.get("page"), context.get("request")
    first = _once(context, "cop_head")
    return {
        "shown": first,
        "head": head_of(page, request, context) if first and page and request else None,
        "left_out": conf.head_leaves_out(),
    }


@register.simple_tag(takes_context=True)
def cop_title(context: Context) -> str:
    """The page's title for the head, without the site's name."""
    page = context.get("page")
    return page_title(page, context.get("finder")) if page else ""


@register.inclusion_tag("cop_blocks/includes/stylesheet.html", takes_context=True)
def cop_stylesheet(context: Context) -> dict[str, Any]:
    """The stylesheet, where the host's base template has no block for it in its head."""
    return {"shown": _once(context, "cop_head")}


@register.simple_tag(takes_context=True)
def cop_sections(context: Context, place: str, subject: Any) -> SafeString:
    """What other apps have to show at ``place`` for ``subject``; nothing where none has."""
    request = context.get("request")
    shown = (
        render_to_string(section.template, dict(section.context), request=request)
        for section in sections(place, subject, request)
    )
    return mark_safe("".join(shown))  # noqa: S308 - rendered templates


@register.simple_tag(takes_context=True)
def cop_page_url(context: Context, page: Any) -> str:
    """The address of a page in the reader's language; empty where it has none.

    Costs queries for a page in another language: lists resolve theirs by ``localized_pages``.
    """
    if page is None:
        return ""
    language = languages.active_language()
    if page.locale.language_code != language:
        page = localized_pages([page], language).get(page.pk)
    return (page.get_url(context.get("request")) or "") if page else ""


@register.simple_tag(takes_context=True)
def cop_organisation_url(context: Context, organisation: Any) -> str:
    """The page of an organisation on this site, or else its own website; empty without either."""
    return organisation_url(organisation, context.get("request"))


@register.inclusion_tag("cop_blocks/includes/language_switcher.html", takes_context=True)
def cop_language_switcher(context: Context) -> dict[str, Any]:
    """A ``nav`` with one link a language; nothing where there is only one."""
    request = context.get("request")
    if request is None:
        return {}
    part = context.get(CONTEXT_NAME)
    links = languages.language_links(context.get("page"), request, part)
    links = in_state(links, context.get("finder"))
    return {"links": links if len(links) > 1 else []}


@register.inclusion_tag("cop_blocks/includes/breadcrumbs.html", takes_context=True)
def cop_breadcrumbs(context: Context) -> dict[str, Any]:
    """The way from home to ``page``; nothing on the home page itself."""
    request, page = context.get("request"), context.get("page")
    if request is None or page is None:
        return {}
    steps = breadcrumbs.steps(page, request, context.get(CONTEXT_NAME))
    addresses = [(step.title, step.full_url) for step in steps]
    return {"steps": steps, "json_ld": jsonld.breadcrumb_list(addresses), "title": page.title}


@register.simple_tag
def cop_json_ld(data: Mapping[str, Any] | None) -> str:
    """``data`` as JSON-LD in an escaped script element; nothing for nothing."""
    return jsonld.json_ld_script(data) if data else ""


@register.simple_tag(takes_context=True)
def cop_ask_url(context: Context, subject: Any = None) -> str:
    """Where "Ask a question" about ``subject`` leads; empty where the site has no contact."""
    request = context.get("request")
    return contact.ask_address(subject, request) if request else ""


@register.inclusion_tag("cop_blocks/includes/share.html", takes_context=True)
def cop_share(context: Context) -> dict[str, Any]:
    """Ways to pass on what the page shows: by mail, and what a script can, where it can."""
    page, request = context.get("page"), context.get("request")
    if page is None or request is None:
        return {"share": None}
    return {"share": share_of(page, request, context.get(CONTEXT_NAME))}


@register.inclusion_tag("cop_blocks/includes/feed_links.html", takes_context=True)
def cop_feed_links(context: Context, subject: Any = None, heading: str = "") -> dict[str, Any]:
    """The feeds of a page (a list, a theme), or of the whole site, under a small heading if one is
    given; nothing where there are none."""
    request = context.get("request")
    if request is None:
        return {"feeds": []}
    found = feeds_of(subject, request) if subject else site_feeds(request)
    return {"feeds": found, "heading": heading}


@register.inclusion_tag("cop_blocks/includes/footer_links.html", takes_context=True)
def cop_footer_links(context: Context) -> dict[str, Any]:
    """Organiser, contact, privacy and accessibility, for a page's foot."""
    request = context.get("request")
    return {"request": request, "links": contact.site_links(request) if request else None}


@register.inclusion_tag("cop_blocks/includes/terms.html", takes_context=True)
def cop_terms(context: Context, page: Any, vocabulary: str) -> dict[str, Any]:
    """A page's terms of one vocabulary, as a list of tags in the colours of their themes."""
    return {"terms": shown_terms(page, vocabulary, context.get("request"))}


@register.inclusion_tag("cop_blocks/includes/terms.html")
def cop_tags(card: Any, labels: Any, *vocabularies: str) -> dict[str, Any]:
    """The same for a hit or a card: whatever has ``terms``, vocabulary -> codes. ``labels`` are
    those of ``cop_blocks.terms.labels``."""
    return {"terms": labels.tags(card.terms, vocabularies) if labels else []}


@register.simple_tag(takes_context=True)
def cop_look(context: Context, subject: Any, labels: Any = None) -> TermLook:
    """The ``palette`` and the ``mark`` of a page's first theme; of a hit's or a card's, with
    ``labels``. For a page it costs one query a request, for a hit none."""
    if labels is not None:
        look: TermLook = labels.theme_look(subject.terms)
        return look
    return page_look(subject, context.get("request"))


@register.simple_tag(takes_context=True)
def cop_palette(context: Context, subject: Any, labels: Any = None) -> str:
    """The class that gives a page, a card or a tag the colours of its first theme; or nothing."""
    return cop_look(context, subject, labels).css_class


@register.simple_tag
def cop_mark(name: str) -> SafeString:
    """A drawn mark as inline SVG in the colour of its text; nothing for no name."""
    return mark_svg(name)


@register.filter
def cop_email(address: str) -> SafeString:
    """An address that may be broken after its @, where it does not fit on a line."""
    return format_html_join(
        mark_safe("@<wbr>"), "{}", ((part,) for part in str(address).split("@"))
    )


@register.filter
def cop_file(document: Any) -> str:
    """What kind of file a document is, and how large: "PDF, 1,2 MB"."""
    return files.description(document)


@register.filter
def cop_host(url: str) -> str:
    """The site that an address leads to, as people name it: "example.org"."""
    return files.host(url)


def _once(context: Context, name: str) -> bool:
    """Whether this is the first time in the rendering of this template and those it extends."""
    store: Any = context.render_context
    seen = store.setdefault("cop_once", set())
    if name in seen:
        return False
    seen.add(name)
    return True
