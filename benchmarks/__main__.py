"""Pages of a freshly filled demo, asked for in turn, warm: medians, and the ratio to a bare page.

    make benchmark

A bare page is what Wagtail alone makes: a title and a StreamField with a theme page's text and
picture, in the same ``base.html``. Every round asks for each page once, so that what slows the
machine slows all of them.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tools.demo_site import FOLDER, ROOT, fill

ROUNDS = 60
WARMING_UP = 8
LANGUAGE = "nl"


def prepare(folder: Path) -> None:
    """Fill a demo in the folder; this process then works on it as production would."""
    fill(folder)
    os.environ.update({FOLDER: str(folder), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"})
    sys.path[:0] = [str(ROOT / "site"), str(ROOT / "search")]
    import django

    django.setup()
    from django.apps import apps
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db import connection

    from benchmarks.bare.models import BarePage

    with connection.schema_editor() as editor:
        editor.create_model(BarePage)
    create_contenttypes(apps.get_app_config("bare"), verbosity=0)


def bare_page(theme: Any) -> Any:
    """A bare page with the text and the picture of a theme page."""
    from wagtail.images import get_image_model

    from benchmarks.bare.models import BarePage

    home = theme.get_parent().get_parent().specific
    image = get_image_model().objects.order_by("pk").first()
    page = BarePage(title=theme.title, slug="bare", locale=theme.locale)
    page.body = [
        ("image", image),
        ("heading", "Begin bij het werk, niet bij de techniek"),
        ("paragraph", "<p>Een bakker die elke avond de bestellingen overtypt.</p>" * 3),
        ("heading", "Van weten naar doen"),
        ("paragraph", "<p>Scans, vouchers, studenten en proefopstellingen bestaan.</p>" * 3),
    ]
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def pages() -> dict[str, str]:
    """What is measured: a name and an address; the bare page first."""
    from cop_catalog.models import InitiativeIndexPage, InitiativePage, ThemePage
    from cop_events.models import SessionPage
    from cop_site.models import HomePage

    def first(model: Any) -> Any:
        return model.objects.live().filter(locale__language_code=LANGUAGE).order_by("path").first()

    theme = first(ThemePage)
    measured = {
        "bare page": bare_page(theme),
        "home": first(HomePage),
        "theme": theme,
        "list of initiatives": first(InitiativeIndexPage),
        "session": first(SessionPage),
        "initiative": first(InitiativePage),
    }
    return {name: page.get_url() for name, page in measured.items()}


def measure(client: Any, addresses: dict[str, str]) -> dict[str, float]:
    """Median milliseconds of a whole answer, middleware and all."""
    took: dict[str, list[float]] = {name: [] for name in addresses}
    for number in range(WARMING_UP + ROUNDS):
        for name, path in addresses.items():
            started = time.perf_counter()
            answer = client.get(path, headers={"host": "localhost"})
            spent = time.perf_counter() - started
            if answer.status_code != 200:
                raise SystemExit(f"{path} answered {answer.status_code}")
            if number >= WARMING_UP:
                took[name].append(1000 * spent)
    return {name: statistics.median(times) for name, times in took.items()}


def queries(client: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as counted:
        client.get(path, headers={"host": "localhost"})
    return len(counted)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        from django.test import Client

        client = Client()
        addresses = pages()
        medians = measure(client, addresses)
        bare = medians["bare page"]
        print(f"{ROUNDS} rounds, warm, medians\n")
        print("| page | ms | times a bare page | statements |\n| --- | ---: | ---: | ---: |")
        for name, median in medians.items():
            counted = queries(client, addresses[name])
            print(f"| {name} | {median:.1f} | {median / bare:.1f} | {counted} |")


if __name__ == "__main__":
    main()
