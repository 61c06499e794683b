"""A host that was made by ``wagtail start`` an hour ago: its base template is Wagtail's own."""

from pathlib import Path

import wagtail
from django.template import Context, Engine

from tests.browser.served import *

NAME = "mysite"
FRAMES = ROOT / "tests" / "browser" / "frames"
_theirs = Path(wagtail.__file__).parent / "project_template" / "project_name" / "templates"
_ours = DEMO_DIR / "bare"
for _folder in (_ours / "templates", _ours / "static" / "css", _ours / "static" / "js"):
    _folder.mkdir(parents=True, exist_ok=True)
(_ours / "templates" / "base.html").write_text(
    Engine()
    .from_string((_theirs / "base.html").read_text())
    .render(Context({"project_name": NAME}))
    .strip()
)
(_ours / "static" / "css" / f"{NAME}.css").touch()
(_ours / "static" / "js" / f"{NAME}.js").touch()
TEMPLATES[0]["DIRS"] = [_ours / "templates", FRAMES / "templates" / "any"]
STATICFILES_DIRS = [_ours / "static"]
ROOT_URLCONF = "tests.browser.frames.urls"
