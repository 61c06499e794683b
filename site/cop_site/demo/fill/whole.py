from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from cop_blocks.models import SetupRecord
from cop_blocks.setup.run import remember
from cop_site.demo.fill.author import SOURCE, Author
from cop_site.demo.fill.files import add_pictures
from cop_site.demo.fill.homes import fill_homes, make_homes
from cop_site.demo.fill.information import fill_information
from cop_site.demo.fill.initiatives import fill_examples, import_list
from cop_site.demo.fill.people import add_people
from cop_site.demo.fill.practices import fill_practices
from cop_site.demo.fill.search import fill_search
from cop_site.demo.fill.sessions import fill_sessions
from cop_site.demo.fill.themes import fill_themes

#: The key under which the manifest of setup remembers that the demonstration is there.
MARKER = "demo:filled"


def is_filled() -> bool:
    return SetupRecord.objects.filter(key=MARKER).exists()


def fill(
    today: date,
    *,
    author: Callable[[], Any] | None = None,
    accounts: Callable[[], None] | None = None,
    tell: Callable[[str], None] = lambda text: None,
) -> None:
    """Make everything, or nothing when something goes wrong.

    ``author`` makes the user in whose name pages are written, ``accounts`` what else may log in.

    Raises:
        CommandError: the site holds pages of its own.
    """
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise CommandError("There is no site to fill. Run migrate first.")
    with transaction.atomic(), override(SOURCE):
        with disable_reference_index_auto_update():
            tell("Pages and groups")
            writer = Author(today=today, site=site, user=author() if author else None)
            home = make_homes(writer)
            call_command("cop_setup", languages="nl,en", verbosity=0)
            tell("People, organisations and pictures")
            add_pictures(writer)
            add_people(writer)
            tell("Themes and sessions")
            fill_themes(writer)
            fill_sessions(writer)
            tell("Initiatives and good practices")
            import_list(writer)
            fill_examples(writer)
            fill_practices(writer)
            fill_information(writer)
            fill_homes(writer)
            fill_search(writer)
            if accounts:
                accounts()
            remember(MARKER, home)
        # Once for all pages: after each save it would take half of the time.
        call_command("rebuild_references_index", verbosity=0)
