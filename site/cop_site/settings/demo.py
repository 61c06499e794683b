"""The reference site on a developer's machine: everything it makes lies in ``.demo/``."""

import os

from .base import *

DEBUG = True
SECRET_KEY = "only-for-the-demo-on-this-machine"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

DEMO_DIR = ROOT / ".demo"
DEMO_DIR.mkdir(exist_ok=True)
MEDIA_ROOT = DEMO_DIR / "media"
STATIC_ROOT = DEMO_DIR / "static"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DEMO_DIR / "db.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
    }
}
WAGTAILADMIN_BASE_URL = f"http://localhost:{os.environ.get('PORT', '8000')}"
