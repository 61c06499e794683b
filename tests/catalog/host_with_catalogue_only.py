"""A host that installs the catalogue, finding and the building blocks, and no sessions."""

from cop_site.settings.test import *  # noqa: F403

INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "cop_events"]  # noqa: F405
