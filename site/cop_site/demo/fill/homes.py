from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError
from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_site.demo.content import home as words
from cop_site.demo.fill.author import LANGUAGES, SOURCE, TRANSLATION, Author
from cop_site.demo.fill.bodies import body, live, text
from cop_site.models import HomePage


def make_homes(author: Author) -> Page:
    """A home page in each language, in place of Wagtail's own welcome page."""
    welcome = author.site.root_page
    if type(welcome.specific) is not Page or welcome.get_children().exists():
        raise CommandError(
            "This site has pages already; the demonstration needs an empty one. "
            "Delete the folder .demo to start afresh."
        )
    for language in LANGUAGES:
        author.locales[language], _made = Locale.objects.get_or_create(language_code=language)
    home = author.add(
        welcome.get_parent(), HomePage(title=words.TITLE[SOURCE], slug=words.SLUG[SOURCE])
    )
    author.site.root_page = home
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    author.site.hostname = address.hostname or "localhost"
    author.site.port = address.port or 80
    author.site.site_name = settings.WAGTAIL_SITE_NAME
    author.site.save()
    welcome.delete()
    author.translate(home, {"title": words.TITLE[TRANSLATION], "slug": words.SLUG[TRANSLATION]})
    return home


def fill_homes(author: Author) -> None:
    """Last, when there is something to list."""
    for language in LANGUAGES:
        home = author.site.root_page.get_translation(author.locales[language]).specific
        home.headline = words.HEADLINE[language]
        home.often_searched = words.SEARCHES[language]
        home.introduction = words.INTRODUCTION[language]
        home.body = body(
            live(
                "session_line",
                heading=words.LINE[language],
                series=author.planned_page("sessions", language).pk,
            ),
            live("themes", heading=words.THEMES[language]),
            live("initiatives", heading=words.NEWEST[language], term="", number=3),
            text(words.ABOUT_DEMO[language]),
        )
        author.publish(home)
