"""The reference site with its own migrations, on the database and the search server that
``COP_MOVING`` names: those of a site that moves from one to the other."""

import json
import os
from typing import Any

from cop_site.settings.base import *

_MOVING: dict[str, Any] = json.loads(os.environ["COP_MOVING"])

# Makes accounts for the demo.
DEBUG = True
SECRET_KEY = "only-for-the-test-that-moves"
ALLOWED_HOSTS = ["*"]
MEDIA_ROOT = _MOVING["media"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES = {"default": _MOVING["database"]}
INSTALLED_APPS = [*INSTALLED_APPS, *_MOVING["apps"]]
if _MOVING["search"]:
    COP_SEARCH = _MOVING["search"]
