"""The step that finds, in each language, the page beneath which the tree will stand."""

from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.setup.run import LEFT, MADE, Place, SetupRun

CODE = "homes"


def find_homes(run: SetupRun) -> None:
    """Fill ``run.places``; a language without a home page gets one, or is told what is missing."""
    for language in run.languages:
        place = _place(run, language)
        if place is not None:
            run.places.append(place)


def _place(run: SetupRun, language: str) -> Place | None:
    locale = Locale.objects.filter(language_code=language).first()
    if locale is not None:
        parent = run.parent.get_translation_or_none(locale)
        if parent is not None:
            return Place(language, locale, parent, _is_public(parent))
    if not run.may_create_home:
        run.say(LEFT, _missing(run, language, locale))
        return None
    return _create(run, language, locale)


def _missing(run: SetupRun, language: str, locale: Locale | None) -> str:
    name = get_content_languages().get(language, language)
    wanted = []
    if locale is None:
        wanted.append(_("add the language under Settings > Locales"))
    wanted.append(
        _("translate the page “%(page)s” and what it stands beneath") % {"page": run.parent.title}
    )
    return _(
        "%(language)s: has no home page, so nothing is made in it. Steps to take: %(steps)s; "
        "or let setup make a draft with --create-home."
    ) % {"language": name, "steps": ", ".join(wanted)}


def _create(run: SetupRun, language: str, locale: Locale | None) -> Place:
    if locale is None:
        locale = run.ensure(
            f"{CODE}:{language}:locale",
            _("Language: %(language)s") % {"language": language},
            lambda: Locale.objects.create(language_code=language),
        )
    line = list(run.parent.get_ancestors(inclusive=True).filter(depth__gt=1))
    translated: Page | None = None
    for page in line:
        translated = page.get_translation_or_none(locale) if locale else None
        if translated is not None:
            continue
        title = f"{page.title} ({language})"
        run.say(MADE, _("Draft of the home page: %(title)s") % {"title": title})
        if run.is_dry:
            continue
        translated = page.specific.copy_for_translation(locale)
        translated.title = title
        translated.save_revision()
        translated.save()
        run.made(f"{CODE}:{language}:{page.pk}", translated)
    return Place(language, locale, translated, is_public=False)


def _is_public(parent: Page) -> bool:
    """Whether a page made beneath ``parent`` may be seen: not so beneath a draft."""
    return bool(parent.live) and not parent.get_ancestors().filter(depth__gt=1, live=False).exists()
