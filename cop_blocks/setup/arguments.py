"""What a person typed after ``cop_setup``, checked before anything is written."""

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant
from wagtail.models import Locale, Site

from cop_blocks.base_page import Page


def chosen_site(host: str | None) -> Site:
    """The site with this host name (a port may follow after a colon), or the default site."""
    sites = Site.objects.select_related("root_page")
    if not host:
        site = sites.filter(is_default_site=True).first() or sites.first()
        if site is None:
            raise CommandError(_("There is no site yet. Add one under Settings > Sites."))
        return site
    name, _colon, port = host.partition(":")
    found = sites.filter(hostname=name)
    if port:
        found = found.filter(port=port) if port.isdigit() else found.none()
    first = found.first()
    if first is None:
        known = ", ".join(f"{site.hostname}:{site.port}" for site in sites)
        raise CommandError(
            _("No site has the host name “%(host)s”. Known: %(known)s.")
            % {"host": host, "known": known or "-"}
        )
    return first


def chosen_parent(site: Site, path: str | None) -> Page:
    """The page at ``path`` below the site's home page, or the home page itself."""
    home = site.root_page.specific
    slugs = [slug for slug in (path or "").split("/") if slug]
    # A path may be copied from the browser, with the prefix of the home page's language.
    if slugs and slugs[0] == home.locale.language_code and not _child(home, slugs[0]):
        slugs = slugs[1:]
    page = home
    for slug in slugs:
        child = _child(page, slug)
        if child is None:
            raise CommandError(
                _("There is no page at “%(path)s”: “%(page)s” has no page “%(slug)s” beneath it.")
                % {"path": path, "page": page.title, "slug": slug}
            )
        page = child
    return page.specific


def _child(page: Page, slug: str) -> Page | None:
    found: Page | None = page.get_children().filter(slug=slug).first()
    return found


def chosen_languages(text: str | None, *, first: str) -> list[str]:
    """Codes of content languages, that of the home page (``first``) before the others.

    Without ``text``: every language of the site that has a row, and the settings' own languages.
    """
    known = list(get_content_languages())
    if text is None:
        rows = Locale.objects.values_list("language_code", flat=True)
        codes = [code for code in known if code in set(rows) or len(known) > 1]
    else:
        codes = [_supported(code.strip(), known) for code in text.split(",") if code.strip()]
        if not codes:
            raise CommandError(_("--languages is empty. Known: %s.") % ", ".join(known))
    if text is None and first not in codes:
        codes.append(first)
    return sorted(dict.fromkeys(codes), key=lambda code: code != first)


def _supported(code: str, known: list[str]) -> str:
    try:
        return str(get_supported_content_language_variant(code.lower(), strict=True))
    except LookupError as error:
        raise CommandError(
            _(
                "“%(code)s” is not a language of this site. Known: %(known)s. Add it to "
                "WAGTAIL_CONTENT_LANGUAGES in the settings, with WAGTAIL_I18N_ENABLED = True."
            )
            % {"code": code, "known": ", ".join(known)}
        ) from error
