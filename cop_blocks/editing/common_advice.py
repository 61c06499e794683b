"""What could be better about any page of ours."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import (
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    URLBlock,
)
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage

from cop_blocks.base_page import Page
from cop_blocks.editing.advice import Advice
from cop_blocks.editing.counting import LONG_TITLE
from cop_blocks.models import TermRow, Vocabulary

#: A summary of fewer characters says hardly more than the title.
SHORT_SUMMARY = 40


def title_advice(page: Any) -> Iterator[Advice]:
    length = len(str(page.title or "").strip())
    if length > LONG_TITLE:
        yield Advice(
            "title",
            _(
                "The title has %(count)d characters and is cut off in lists and search results. "
                "Bring it down to %(limit)d."
            )
            % {"count": length, "limit": LONG_TITLE},
        )


def summary_advice(page: Any) -> Iterator[Advice]:
    """For page types with a summary or an introduction of their own."""
    for name in ("summary", "introduction"):
        if not hasattr(page, name):
            continue
        text = str(getattr(page, name) or "").strip()
        if not text:
            yield Advice(
                name, _("Write a sentence that says what it is: lists and search results show it.")
            )
        elif len(text) < SHORT_SUMMARY:
            yield Advice(
                name,
                _("“%(text)s” says little. Say in one sentence for whom it is and what it brings.")
                % {"text": text},
            )
        return


def theme_advice(page: Any) -> Iterator[Advice]:
    """A page that can carry a theme and has none is on no theme page."""
    vocabulary = Vocabulary.objects.filter(code="theme").first()
    if vocabulary is None or not vocabulary.is_for(page):
        return
    rows: list[TermRow] = list(page.cop_term_rows.all())
    if not any(row.tag.vocabulary_id == vocabulary.pk for row in rows):
        yield Advice("cop_term_rows", _("Choose a theme: without one it stands on no theme page."))


def body_advice(page: Any) -> Iterator[Advice]:
    """Images without a description, and links that lead nowhere, in all texts of the page."""
    found = _Found()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name) or ():
                _look(child.block, child.value, field.name, found)
        elif isinstance(field, RichTextField):
            found.take_html(field.name, str(getattr(page, field.name) or ""))
    if found.images:
        number = len(found.images)
        yield Advice(
            found.images[0],
            ngettext(
                "%(number)d image has no description. Say what it shows, or tick that it is only "
                "decorative.",
                "%(number)d images have no description. Say what each shows, or tick that it is "
                "only decorative.",
                number,
            )
            % {"number": number},
        )
    yield from _link_advice(found)


class _Found:
    """What the texts of a page hold: the fields of images without a description, and links."""

    def __init__(self) -> None:
        self.images: list[str] = []
        self.pages: dict[int, str] = {}
        self.documents: dict[int, str] = {}
        self.addresses: dict[str, str] = {}

    def take_html(self, name: str, html: str) -> None:
        for link in BeautifulSoup(html, "html.parser").find_all("a"):
            kind, pk = link.get("linktype"), str(link.get("id", ""))
            if kind in ("page", "document") and pk.isdigit():
                held = self.pages if kind == "page" else self.documents
                held.setdefault(int(pk), name)
            elif link.get("href") is not None:
                self.addresses.setdefault(str(link["href"]), name)


def _look(block: Any, value: Any, name: str, found: _Found) -> None:
    if isinstance(block, ImageBlock):
        if isinstance(value, AbstractImage) and not (
            getattr(value, "decorative", False) or (value.contextual_alt_text or "").strip()
        ):
            found.images.append(name)
    elif isinstance(block, StreamBlock):
        for child in value or ():
            _look(child.block, child.value, name, found)
    elif isinstance(block, StructBlock):
        for child_name, child in block.child_blocks.items():
            _look(child, value.get(child_name), name, found)
    elif isinstance(block, ListBlock):
        for item in value or ():
            _look(block.child_block, item, name, found)
    elif isinstance(block, RichTextBlock):
        found.take_html(name, getattr(value, "source", "") or "")
    elif isinstance(block, PageChooserBlock) and value is not None:
        found.pages.setdefault(value.pk, name)
    elif isinstance(block, URLBlock) and value:
        found.addresses.setdefault(value, name)


def _link_advice(found: _Found) -> Iterator[Advice]:
    pages = (
        {page.pk: page for page in Page.objects.filter(pk__in=found.pages)} if found.pages else {}
    )
    for pk, name in found.pages.items():
        page = pages.get(pk)
        if page is None:
            yield Advice(
                name, _("A link leads to a page that is gone. Remove it or choose another.")
            )
        elif not page.live:
            yield Advice(
                name,
                _(
                    "A link leads to “%(title)s”, which is not published. Publish that page first, "
                    "or choose another."
                )
                % {"title": page.title},
            )
    if found.documents:
        known = set(
            get_document_model().objects.filter(pk__in=found.documents).values_list("pk", flat=True)
        )
        for pk, name in found.documents.items():
            if pk not in known:
                yield Advice(
                    name, _("A link leads to a document that is gone. Remove it or choose another.")
                )
    for address, name in found.addresses.items():
        if not is_well_formed(address):
            yield Advice(
                name,
                _("The address “%(address)s” cannot be right. Check it, or remove the link.")
                % {"address": address},
            )


def is_well_formed(address: str) -> bool:
    """Whether an address could lead somewhere; nobody is asked whether it does."""
    address = address.strip()
    if not address or any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in ("mailto", "tel"):
        return bool(parts.path)
    if parts.scheme in ("http", "https"):
        return host == "localhost" or ("." in host.strip(".") and ".." not in host)
    return not parts.scheme and address[0] in "/#?"
