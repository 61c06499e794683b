"""A host as ``wagtail start`` makes it, in English only, with apps of its own named ``search`` and
``events``, its own home page and no wagtail-localize."""

import sys
from pathlib import Path

from cop_site.settings.test import *

HOST = Path(__file__).resolve().parent
sys.path.insert(0, str(HOST))

INSTALLED_APPS = [
    "ownhome",
    "search",
    "events",
    *(
        app
        for app in INSTALLED_APPS
        if app not in {"cop_site", "wagtail.sites", "tests.hosts.hostpages"}
        and not app.startswith(("wagtail_localize", "cop_blocks.translation"))
    ),
    "wagtail.sites",
]
ROOT_URLCONF = "tests.hosts.own_apps.urls"
TEMPLATES[0]["DIRS"] = [HOST / "templates"]
MIDDLEWARE = [name for name in MIDDLEWARE if "locale" not in name]
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
WAGTAIL_I18N_ENABLED = False
