"""A host that installs the sessions and the building blocks, and neither finding nor catalogue."""

from cop_site.settings.test import *  # noqa: F403

LEFT_OUT = {"cop_search", "cop_catalog"}
INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in LEFT_OUT]  # noqa: F405
