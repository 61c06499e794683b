"""What each app needs is what the documentation of dependencies says it needs."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.messages import ROOT

#: Django itself requires asgiref, and Wagtail what stands below it.
FRAMEWORK = {
    "django",
    "wagtail",
    "taggit",
    "modelcluster",
    "swapper",
    "asgiref",
    "bs4",
    "django_filters",
    "django_tasks",
    "modelsearch",
}
#: The distributions beside the framework and the apps below, and the one file that may know them.
ALLOWED = {
    "cop_blocks": FRAMEWORK | {"cop_blocks", "PIL"},
    "cop_blocks/translation": FRAMEWORK | {"cop_blocks", "polib", "wagtail_localize"},
    "search/cop_search": FRAMEWORK
    | {
        "cop_blocks",
        "cop_search",
        "django_htmx",
        "elastic_transport",
        "elasticsearch",
        "rapidfuzz",
        "simplemma",
        "snowballstemmer",
        "urllib3",
    },
    "cop_events": FRAMEWORK | {"cop_blocks", "cop_events", "icalendar"},
    "cop_catalog": FRAMEWORK | {"cop_blocks", "cop_search", "cop_catalog"},
}
ONLY_WHERE_INSTALLED = {"wagtail_localize"}


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Top-level names that a file imports, and whether it does so when it is itself imported."""
    tree = ast.parse(path.read_text())
    at_import = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], id(node) in at_import
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0], id(node) in at_import


@pytest.mark.parametrize("app", ALLOWED)
def test_an_app_imports_only_what_it_may(app: str) -> None:
    foreign = set()
    within = [ROOT / other for other in ALLOWED if other.startswith(f"{app}/")]
    for path in (ROOT / app).rglob("*.py"):
        if any(other in path.parents for other in within):
            continue
        for name, is_at_import in imported(path):
            may = name in sys.stdlib_module_names or name in ALLOWED[app]
            if not may and (is_at_import or name not in ONLY_WHERE_INSTALLED):
                foreign.add((str(path.relative_to(ROOT)), name))
    assert foreign == set()
