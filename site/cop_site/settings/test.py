"""The reference site in the test suite: SQLite in memory, or PostgreSQL where COP_TEST_POSTGRES
names a database (``postgresql://user:password@host:port/name``)."""

import os
from typing import Any
from urllib.parse import urlsplit

from .base import *

INSTALLED_APPS = ["tests.hosts.hostpages", *INSTALLED_APPS]
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

DATABASES: dict[str, dict[str, Any]]
if _postgres := os.environ.get("COP_TEST_POSTGRES"):
    _url = urlsplit(_postgres)
    # Wagtail's own search keeps vectors there; Django 6 checks for it.
    INSTALLED_APPS += ["django.contrib.postgres"]
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _url.path.lstrip("/"),
            "USER": _url.username or "",
            "PASSWORD": _url.password or "",
            "HOST": _url.hostname or "",
            "PORT": str(_url.port or ""),
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ":memory:",
            "OPTIONS": {"transaction_mode": "IMMEDIATE"},
        }
    }
