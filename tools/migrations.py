"""Make the migrations of this repository, so that one set of files serves every host.

They are made with Wagtail 7.4, the oldest supported version: Wagtail 8 would pin migrations that
7.4 does not have. The models that a host may replace (its base page, its image and document
models) are then asked for instead of named. Run it through ``make migrations``.
"""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venvs" / "migrations"
WAGTAIL = (7, 4)
SETTINGS = "cop_site.settings.test"

APPS = {
    "cop_blocks": ROOT / "cop_blocks",
    "cop_translation": ROOT / "cop_blocks" / "translation",
    "cop_search": ROOT / "search" / "cop_search",
    "cop_events": ROOT / "cop_events",
    "cop_catalog": ROOT / "cop_catalog",
    "cop_site": ROOT / "site" / "cop_site",
    "hostpages": ROOT / "tests" / "hosts" / "hostpages",
}


@dataclass(frozen=True)
class Swappable:
    """A model that a host may replace, as makemigrations writes it and as we write it."""

    label: str
    app_label: str
    expression: str
    dependency: str
    imports: tuple[str, ...]
    keep_dependency: bool = False


SWAPPABLE = (
    Swappable(
        label="wagtailcore.page",
        app_label="wagtailcore",
        expression="PAGE_MODEL",
        dependency='swapper.dependency("wagtailcore", "Page")',
        imports=("import swapper", "from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK"),
        # Locales and sites are not replaceable and live in the same app.
        keep_dependency=True,
    ),
    Swappable(
        label="wagtailimages.image",
        app_label="wagtailimages",
        expression="get_image_model_string()",
        dependency="migrations.swappable_dependency(get_image_model_string())",
        imports=("from wagtail.images import get_image_model_string",),
    ),
    Swappable(
        label="wagtaildocs.document",
        app_label="wagtaildocs",
        expression="get_document_model_string()",
        dependency="migrations.swappable_dependency(get_document_model_string())",
        imports=("from wagtail.documents import get_document_model_string",),
    ),
)


def ask_the_host(source: str) -> str:
    """The text of a migration with every replaceable model asked for; the same text if it was."""
    for model in SWAPPABLE:
        literal = re.compile(rf"""(['"]){re.escape(model.label)}\1""", re.IGNORECASE)
        if not literal.search(source):
            continue
        source = literal.sub(model.expression, source)
        if not model.keep_dependency:
            named = rf"""^ *\(['"]{model.app_label}['"], *['"]\w+['"]\),\n"""
            source = re.sub(named, "", source, flags=re.MULTILINE)
        source = source.replace(
            "dependencies = [", f"dependencies = [\n        {model.dependency},", 1
        )
        source = "\n".join([*model.imports, source])
    return re.sub(r"""(['"])page_ptr\1""", "PARENT_LINK", source)


def migration_files(folder: Path) -> list[Path]:
    return sorted((folder / "migrations").glob("[0-9]*.py"))


def run(*command: str | Path, **variables: str) -> str:
    environment = {**os.environ, **variables}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}\nmigrations: this failed: {' '.join(map(str, command))}")
    return done.stdout


def python_with_oldest_wagtail() -> Path:
    """The Python of a virtual environment with Wagtail 7.4; made when it is missing."""
    python = VENV / "bin" / "python"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]["localize"]
    wanted = [*project["dependencies"], *extras, "wagtail>=7.4,<7.5", "django>=5.2,<5.3"]
    stamp = VENV / "wanted.txt"
    if not stamp.exists() or stamp.read_text() != "\n".join(wanted):
        run(sys.executable, "-m", "venv", "--clear", VENV)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
        stamp.write_text("\n".join(wanted))
    version = run(python, "-c", "import wagtail; print(*wagtail.VERSION[:2])").split()
    refuse_newer((int(version[0]), int(version[1])))
    return python


def refuse_newer(version: tuple[int, int]) -> None:
    if version != WAGTAIL:
        sys.exit(
            "migrations: made with Wagtail 7.4 only, this is "
            f"{version[0]}.{version[1]}: its migrations would not run on 7.4. "
            f"Remove {VENV.relative_to(ROOT)} and run make migrations again."
        )


def make(fresh: bool) -> list[Path]:
    """Make what is missing; returns the files that were written or rewritten."""
    python = python_with_oldest_wagtail()
    apps = {label: folder for label, folder in APPS.items() if (folder / "__init__.py").exists()}
    for folder in apps.values():
        (folder / "migrations").mkdir(exist_ok=True)
        (folder / "migrations" / "__init__.py").touch()
        for old in migration_files(folder) if fresh else []:
            old.unlink()
    before = {file for folder in apps.values() for file in migration_files(folder)}
    path = os.pathsep.join(str(ROOT / part) for part in (".", "search", "site"))
    said = run(
        python,
        *("-W", "ignore", "-m", "django", "makemigrations", "--no-header", *apps),
        DJANGO_SETTINGS_MODULE=SETTINGS,
        PYTHONPATH=path,
    )
    sys.stdout.write(said)
    changed = []
    for file in [file for folder in apps.values() for file in migration_files(folder)]:
        source = file.read_text()
        asked = ask_the_host(source)
        if asked != source:
            file.write_text(asked)
        if asked != source or file not in before:
            changed.append(file)
    if changed:
        run(
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--quiet",
            "--fix",
            "--select",
            "I,F401",
            *changed,
        )
        run(sys.executable, "-m", "ruff", "format", "--quiet", *changed)
    return changed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="throw the migrations away and make first ones; only before a first release",
    )
    for path in make(fresh=parser.parse_args().fresh):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
