"""Where questions go, and the pages that the foot of every page links to."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Site

from cop_blocks.around import pages_around, speaks_its_language
from cop_blocks.base_page import Page
from cop_blocks.languages import active_language
from cop_blocks.models.site_settings import SiteSettings
from cop_blocks.relations import localized_pages

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The site setting as a reader meets it: the pages are live, public and in their language,
    ``None`` where there is none."""

    organiser: Any | None
    email: str
    phone: str
    contact: Any | None
    about: Any | None
    privacy: Any | None
    accessibility: Any | None


#: Of the setting, each a page that the foot links to.
_FIELDS = ("contact_page", "about_page", "privacy_page", "accessibility_page")


def site_links(request: "HttpRequest") -> SiteLinks:
    """The site's links in the active language; read once a request and language."""
    language = active_language()
    remembered: dict[str, SiteLinks] = request.__dict__.setdefault("_cop_site_links", {})
    if language not in remembered:
        remembered[language] = _site_links(request, language)
    return remembered[language]


def ask_address(subject: Any | None, request: "HttpRequest") -> str:
    """Where "Ask a question" leads: the contact page, told what it is about; or else a new mail;
    or else nowhere (an empty string)."""
    links = site_links(request)
    if links.contact is not None and (url := links.contact.get_url(request)):
        about = getattr(subject, "pk", None)
        return f"{url}?about={about}" if about else str(url)
    return mail_address(links.email, subject)


def mail_address(email: str, subject: Any | None) -> str:
    """A ``mailto:`` with the page's title as the mail's subject; empty without an address."""
    if not email:
        return ""
    title = str(getattr(subject, "title", "") or "")
    line = _("Question about: %(title)s") % {"title": title} if title else ""
    return f"mailto:{email}?subject={quote(line)}" if line else f"mailto:{email}"


def asked_about(request: "HttpRequest") -> Any | None:
    """The page of ``?about=``, in the reader's language where it is there; ``None`` for anything
    that is not the number of a live, public page of a site."""
    value = request.GET.get("about", "")
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        return None
    page_id = int(value)
    page = Page.objects.filter(pk=page_id, depth__gt=1).live().public().first()
    if page is None:
        return None
    return localized_pages([page_id], active_language()).get(page_id, page)


def _site_links(request: "HttpRequest", language: str) -> SiteLinks:
    setting = SiteSettings.for_request(request)
    there = {
        page.translation_key: page
        for page in pages_around(request)
        if page.locale.language_code == language and speaks_its_language(page)
    }
    return SiteLinks(
        organiser=setting.organiser,
        email=setting.contact_email,
        phone=setting.contact_phone,
        **{name: there.get(key) for name, key in _keys(setting).items()},
    )


def _keys(setting: SiteSettings) -> dict[str, Any]:
    chosen = {field: getattr(setting, field) for field in _FIELDS}
    return {
        field.removesuffix("_page"): page.translation_key if page else None
        for field, page in chosen.items()
    }


def linked_pages(request: "HttpRequest") -> Q:
    """The pages that the foot links to, without reading the setting itself."""
    setting = SiteSettings.objects.filter(site=Site.find_for_request(request))
    return reduce(
        or_,
        (Q(translation_key__in=setting.values(f"{field}__translation_key")) for field in _FIELDS),
    )


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """What the contact page adds to its own text."""

    email: str
    phone: str
    #: The page that the question is about, if it came with one.
    about: Any | None
    mail_url: str
    phone_url: str


def contact_details(page: Any, request: "HttpRequest") -> ContactDetails | None:
    """How to reach the site, if ``page`` is its contact page, in whatever language."""
    setting = SiteSettings.for_request(request)
    chosen = setting.contact_page
    if chosen is None or chosen.translation_key != page.translation_key:
        return None
    about = asked_about(request)
    return ContactDetails(
        email=setting.contact_email,
        phone=setting.contact_phone,
        about=about,
        mail_url=mail_address(setting.contact_email, about),
        phone_url="tel:" + "".join(c for c in setting.contact_phone if c in "+0123456789"),
    )
