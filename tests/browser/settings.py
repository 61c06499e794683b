"""The demo site, in the folder that the tests name instead of ``.demo``."""

import os
from pathlib import Path

from cop_site.settings.demo import *

DEMO_DIR = Path(os.environ["COP_BROWSER_DEMO"])
MEDIA_ROOT = DEMO_DIR / "media"
DATABASES["default"]["NAME"] = DEMO_DIR / "db.sqlite3"
