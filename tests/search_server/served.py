"""The site of the outage tests: several processes, one database, a search server that comes and
goes. ``COP_SERVED`` says where these are."""

import json
import os

from cop_site.settings.test import *


class _None(dict[str, None]):
    """Of no app."""

    def __contains__(self, app: object) -> bool:
        return True

    def __missing__(self, app: str) -> None:
        return None


_SERVED = json.loads(os.environ["COP_SERVED"])

DEBUG = False
# Tables as they are now: tests/hosts run the migrations.
MIGRATION_MODULES = _None()
DATABASES["default"]["NAME"] = _SERVED["database"]
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"]["timeout"] = 60
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
}
COP_SEARCH = {
    "engine": "elasticsearch",
    "hosts": _SERVED["hosts"],
    "prefix": "served",
    "replicas": _SERVED.get("replicas", 0),
    # What a killed drainer had is free again while the test lasts.
    "lease": 5,
}
