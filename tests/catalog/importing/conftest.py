from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalog import factories
from tests.catalog.importing.rows import HEADINGS


@pytest.fixture
def vocabularies(site):
    for vocabulary, code, nl in (
        ("support-type", "voucher", "Voucher"),
        ("support-type", "training", "Training"),
        ("audience", "sme", "Mkb"),
        ("region", "haaglanden", "Haaglanden"),
        ("level", "regional", "Regionaal"),
        ("level", "local", "Lokaal"),
    ):
        factories.make_term(vocabulary, code, nl)
    return site


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file as a spreadsheet program would."""

    def write_file(*rows: str, headings: str = HEADINGS, encoding: str = "utf-8") -> Path:
        path = tmp_path / "initiatieven.csv"
        path.write_bytes("\r\n".join([headings, *rows, ""]).encode(encoding))
        return path

    return write_file
