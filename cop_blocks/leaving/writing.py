"""An export as files: for each type of thing one in JSON with everything, one in CSV to look at."""

import csv
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.utils.text import slugify
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from cop_blocks.leaving.ours import APPS, exported_models
from cop_blocks.leaving.records import Record, records_of
from cop_blocks.spreadsheets import harmless


def export(folder: Path, *, with_files: bool) -> Iterator[tuple[str, int]]:
    """Write everything into an empty folder; the name of each file, and how many it holds."""
    for model in exported_models():
        records = list(records_of(model))
        name = file_name(model)
        text = json.dumps(records, ensure_ascii=False, indent=2)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        _write_csv(folder / f"{name}.csv", [_flat(record) for record in records])
        yield name, len(records)
    files = used_files()
    _write_csv(folder / "files.csv", files)
    yield "files", len(files)
    if with_files:
        for row in files:
            _copy(row["file"], folder / "files" / row["file"])


def file_name(model: Any) -> str:
    """The English name of a type of thing, as in ``session-pages``."""
    with override("en"):
        return slugify(str(model._meta.verbose_name_plural))


def used_files() -> list[Record]:
    """The images and documents that our pages and snippets use. Three queries a kind at most."""
    found = []
    for kind, model in (("image", get_image_model()), ("document", get_document_model())):
        references = ReferenceIndex.objects.filter(
            to_content_type=ReferenceIndex._get_base_content_type(model),
            content_type__app_label__in=APPS,
        )
        ids = {reference.to_object_id for reference in references.only("to_object_id")}
        for thing in model._default_manager.filter(pk__in=ids).order_by("pk"):
            found.append(
                {"kind": kind, "id": thing.pk, "title": thing.title, "file": thing.file.name}
            )
    return found


def _flat(record: Record) -> dict[str, str]:
    flat = {}
    for name, value in record.items():
        if name == "terms":
            for vocabulary, labels in value.items():
                flat[f"terms: {vocabulary}"] = ", ".join(labels)
        else:
            flat[name] = _cell(value)
    return flat


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(_cell(item) for item in value)
    if isinstance(value, dict):
        if "blocks" in value:
            return str(value["text"])
        if "name" in value and set(value) <= {"id", "name", "file"}:
            return str(value["name"])
        return " | ".join(cell for item in value.values() if (cell := _cell(item)))
    return str(value)


def _write_csv(path: Path, rows: Sequence[Record]) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";", restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: harmless(str(value)) for name, value in row.items()})


def _copy(name: str, target: Path) -> None:
    if not default_storage.exists(name):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with default_storage.open(name) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
