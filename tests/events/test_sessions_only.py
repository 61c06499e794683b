"""Sessions work in a host without ``cop_search`` and ``cop_catalog``."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: One of each: page, list, live block, calendar file, edit form.
TESTS = [
    "test_session_page.py::test_the_facts_beside_the_text",
    "test_series.py::test_a_parent_leads_to_its_series_and_shows_what_is_to_come_in_them",
    "test_elsewhere.py::test_the_block_shows_the_next_sessions_the_nearest_first",
    "test_calendar_file.py::test_the_link_on_the_page_leads_to_the_file",
    "test_edit_form.py::test_a_never_saved_page_is_previewed_as_it_was_typed",
]


def test_a_host_without_finding_and_catalogue() -> None:
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
            *(f"tests/events/{test}" for test in TESTS),
        ],
        cwd=ROOT,
        env={
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "DJANGO_SETTINGS_MODULE": "tests.events.host_with_sessions_only",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{len(TESTS)} passed" in done.stdout, done.stdout + done.stderr
