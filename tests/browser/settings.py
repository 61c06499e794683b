"""The demo site, in the folder that the tests name instead of ``.demo``."""

import os
from pathlib import Path

from cop_site.settings.demo import *

DEMO_DIR = Path(os.environ["COP_BROWSER_DEMO"])
MEDIA_ROOT = DEMO_DIR / "media"
DATABASES["default"]["NAME"] = DEMO_DIR / "db.sqlite3"
# Mails are written down, for the tests to read.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DEMO_DIR / "mail"
