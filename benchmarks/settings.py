"""The filled demo as production runs it, and one page type more."""

from tests.browser.settings import *

DEBUG = False
INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.bare"]
