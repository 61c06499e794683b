"""The home page: what this is, where to look, what is next."""

import re
from typing import Any

import pytest
from django.test import Client

from cop_site.models import HomePage
from tests.site import fresh

pytestmark = pytest.mark.django_db


def html(home: Any) -> str:
    home.save()
    return Client(headers={"host": "localhost"}).get("/nl/").content.decode()


def test_searches_are_one_a_line_and_never_many() -> None:
    lines = "\n".join(["  subsidie   verduurzaming ", "", "scan", "a", "b", "c", "d"])
    assert HomePage(often_searched=lines).searches == [
        "subsidie verduurzaming",
        "scan",
        "a",
        "b",
        "c",
    ]
    assert HomePage(often_searched="x" * 200).searches == ["x" * 60]
    assert HomePage().searches == []


def test_the_headline_stands_in_large_letters_else_the_title() -> None:
    home = fresh.home()
    assert f"<h1>{home.title}</h1>" in html(home)
    home.headline = "Samen verder <b>"
    assert "<h1>Samen verder &lt;b&gt;</h1>" in html(home)


def test_the_phone_menu_needs_no_script() -> None:
    page = html(fresh.home())
    menu = re.search(r'<details class="site-menu">.*?</details>', page, re.DOTALL)
    assert menu and "<summary" in menu[0]
    assert re.findall(r"<script(?! type=\"application/ld\+json\")", page) == []


def test_the_letter_comes_from_the_site_itself() -> None:
    page = html(fresh.home())
    assert re.search(r'rel="preload" href="/static/[^"]*figtree[^"]*" as="font"', page)
    assert "googleapis" not in page
