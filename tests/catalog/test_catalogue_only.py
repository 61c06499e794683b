"""The catalogue works in a host without ``cop_events``."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: A page, an edit form with the chooser of sessions, a theme, a live block, an import.
TESTS = [
    "test_initiative_page.py::test_good_practices_that_point_at_any_language_of_it_are_shown",
    "test_edit_forms.py::test_a_page_that_was_never_saved_is_previewed[goodpracticepage-practices-changes1]",
    "test_edit_forms.py::test_a_theme_page_is_made",
    "test_live_blocks.py::test_themes_are_cards_with_a_count",
    "importing/test_import.py::test_a_row_becomes_a_page",
]


def test_a_host_without_sessions():
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--no-migrations",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            *(f"tests/catalog/{test}" for test in TESTS),
        ],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
            "DJANGO_SETTINGS_MODULE": "tests.catalog.host_with_catalogue_only",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{len(TESTS)} passed" in done.stdout, done.stdout + done.stderr
