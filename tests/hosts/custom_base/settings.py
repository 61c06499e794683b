"""A host with a base page of its own (Wagtail 8), translated without wagtail-localize."""

import sys
from pathlib import Path

from cop_site.settings.test import *

HOST = Path(__file__).resolve().parent
sys.path.insert(0, str(HOST))

WAGTAIL_PAGE_MODEL = "basepage.BasePage"
INSTALLED_APPS = [
    "wagtail.test.basepage",
    "customhome",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    *(
        app
        for app in INSTALLED_APPS
        if app not in {"cop_site", "tests.hosts.hostpages"}
        and not app.startswith(("wagtail_localize", "cop_blocks.translation"))
    ),
]
ROOT_URLCONF = "tests.hosts.custom_base.urls"
TEMPLATES[0]["DIRS"] = [HOST / "templates"]
