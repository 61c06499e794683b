"""Initials for who has no picture, and what a link to a file or another site says."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from cop_blocks.files import description, host
from cop_blocks.initials import initials
from cop_blocks.templatetags.cop_blocks import cop_email


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sanne Voorbeeld", "SV"),
        ("Marijke van der Berg", "MB"),
        ("Jan-Willem de Vries-Bakker", "JV"),
        ("Youssef el Voorbeeld", "YV"),
        ("Floor in ’t Veld", "FV"),
        ("Aleid op den Akker", "AA"),
        ("Ilse Marie Ten Kate", "IK"),
        ("Fatma", "F"),
        ("Özlem Şahin", "ÖŞ"),
        ("Bas Voorbeeld, MSc", "BV"),
        ("Ravi (tot 2027)", "R"),
        ("van der Berg", "VB"),
        ("", ""),
        ("   ", ""),
        ("2", ""),
    ],
)
def test_initials_are_of_the_first_name_and_the_surname(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "PDF, 1,2\xa0MB"), ("en", "PDF, 1.2\xa0MB")]
)
def test_a_file_says_its_type_and_size(language: str, words: str) -> None:
    document = SimpleNamespace(file_extension="pdf", file_size=1_258_291)
    with override(language):
        assert description(document) == words


class Gone:
    @property
    def size(self) -> int:
        raise FileNotFoundError


def test_a_size_that_nobody_noted_is_that_of_the_file() -> None:
    file = SimpleNamespace(size=2048)
    with override("nl"):
        said = description(SimpleNamespace(file_extension="pdf", file_size=None, file=file))
    assert said == "PDF, 2,0\xa0KB"


def test_what_is_not_known_of_a_file_is_left_out() -> None:
    gone = SimpleNamespace(file_extension="pdf", file_size=None, file=Gone())
    assert description(gone) == "PDF"
    with override("en"):
        assert description(SimpleNamespace(file_extension="", file_size=1)) == "1\xa0byte"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/a?b=c", "example.org"),
        ("https://example.org:8443/", "example.org"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_another_site_by_its_name(url: str, name: str) -> None:
    assert host(url) == name


def test_an_address_breaks_after_its_at_and_stays_text() -> None:
    assert cop_email("noor@example.org") == "noor@<wbr>example.org"
    assert cop_email("<b>@x") == "&lt;b&gt;@<wbr>x"
    assert cop_email("Loket") == "Loket"
