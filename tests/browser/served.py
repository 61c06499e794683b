"""The filled demo as production would serve it: no DEBUG, templates kept, all texts packed."""

from tests.browser.settings import *

DEBUG = False
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "tests.browser.urls.keep_static_files",
    *MIDDLEWARE,
]
ROOT_URLCONF = "tests.browser.urls"
