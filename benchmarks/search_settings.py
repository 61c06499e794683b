"""The reference site with a corpus to search: in the folder that COP_BENCHMARK names, or in the
PostgreSQL of COP_TEST_POSTGRES; and in the search server that COP_BENCHMARK_SERVER tells of."""

import json
import os
from pathlib import Path

from cop_site.settings import test
from cop_site.settings.base import *

# The pages of the tests' host have no migrations.
_POSTGRES = [name for name in test.INSTALLED_APPS if name == "django.contrib.postgres"]
INSTALLED_APPS = ["benchmarks.corpus.apps.CorpusConfig", *INSTALLED_APPS, *_POSTGRES]
SECRET_KEY = "only-for-the-benchmark"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES = test.DATABASES
STORAGES = test.STORAGES
if not os.environ.get("COP_TEST_POSTGRES"):
    DATABASES["default"]["NAME"] = Path(os.environ["COP_BENCHMARK"]) / "search.sqlite3"
if server := os.environ.get("COP_BENCHMARK_SERVER"):
    COP_SEARCH = {"engine": "elasticsearch", "replicas": 0, **json.loads(server)}
