"""The settings of wagtail-localize's own tests, with our app where ``COP_SUITE`` says so.

Run in the folder of those tests, which have a package ``tests`` of their own.
"""

import os
import tempfile
from importlib import import_module

_theirs = vars(import_module("tests.testapp.settings"))
globals().update({name: value for name, value in _theirs.items() if name.isupper()})

TEST_RUNNER = "suite_runner.Runner"
#: The runs go side by side.
MEDIA_ROOT = tempfile.mkdtemp()

#: In every run, for its rows on pages show in tests that count fields; with what it needs.
BESIDE = ["cop_blocks", "wagtail.contrib.settings", "wagtail.contrib.typed_table_block"]
INSTALLED_APPS = [*BESIDE, *_theirs["INSTALLED_APPS"]]

if os.environ["COP_SUITE"] != "control":
    INSTALLED_APPS = ["cop_blocks.translation", *INSTALLED_APPS]
    COP_TRANSLATION_GUARDS_OFF = os.environ["COP_SUITE"] == "off"
