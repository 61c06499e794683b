"""Spreadsheets of a listing never run what somebody typed."""

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from cop_blocks.spreadsheets import harmless
from tests.blocks.site_factories import home, page_below
from tests.rights import EDIT, client_of, person

FORMULAS = ["=1+1", "+31 6 12345678", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_is_made_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


def exported(form: str) -> Any:
    top = home()
    page_below(top, "=HYPERLINK(1)", slug="formula")
    client = client_of(person("Ed", {top: EDIT}))
    response = client.get("/admin/cop_pages/", {"export": form, "ordering": "title"})
    return b"".join(response.streaming_content)


@pytest.mark.django_db
def test_a_csv_holds_what_is_listed_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv").decode())))

    assert [row["Title"] for row in rows] == ["'=HYPERLINK(1)", "Thuis"]
    assert rows[1]["Language"] == "nl"
    assert rows[1]["Published"] == "True"


@pytest.mark.django_db
def test_an_xlsx_holds_the_text_as_text() -> None:
    sheet = load_workbook(io.BytesIO(exported("xlsx"))).active

    cell = sheet["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
