"""A host that uses Bootstrap, as npm brings it."""

from tests.browser.served import *
from tools.demo_site import NODE

FRAMES = ROOT / "tests" / "browser" / "frames"
TEMPLATES[0]["DIRS"] = [FRAMES / "templates" / "bootstrap", FRAMES / "templates" / "any"]
STATICFILES_DIRS = [("bootstrap", NODE / "bootstrap" / "dist" / "css")]
ROOT_URLCONF = "tests.browser.frames.urls"
