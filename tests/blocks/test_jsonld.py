"""Structured data cannot break out of its script element."""

import json
from datetime import date

import pytest

from cop_blocks.jsonld import breadcrumb_list, json_ld_script, organization
from cop_blocks.models import Organisation


def document(script: str) -> dict:
    start, end = '<script type="application/ld+json">', "</script>"
    assert script.startswith(start) and script.endswith(end)
    found: dict = json.loads(script[len(start) : -len(end)])
    return found


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--", "&amp;", 'a"b\\c', "\u2028", "’"]
)
def test_text_comes_through_unharmed_and_unharming(hostile: str) -> None:
    script = json_ld_script({"@type": "Thing", "name": hostile})
    assert document(script)["name"] == hostile
    assert script.count("<") == 2


def test_what_is_empty_is_left_out() -> None:
    data = {"@type": "Thing", "url": "", "location": {"name": None}, "offers": [], "count": 0}
    assert document(json_ld_script(data)) == {
        "@context": "https://schema.org",
        "@type": "Thing",
        "count": 0,
    }


def test_dates_are_written_as_dates() -> None:
    assert document(json_ld_script({"startDate": date(2026, 11, 26)}))["startDate"] == "2026-11-26"


def test_an_organisation() -> None:
    organisation = Organisation(name="Regiobureau", website="https://example.org/")
    assert organization(organisation) == {
        "@type": "Organization",
        "name": "Regiobureau",
        "url": "https://example.org/",
    }
    assert organization(None) is None


def test_breadcrumbs_are_numbered_from_the_home_page() -> None:
    trail = [("Thuis", "https://example.org/nl/"), ("Sessies", "https://example.org/nl/sessies/")]
    assert breadcrumb_list(trail)["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Thuis", "item": "https://example.org/nl/"},
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Sessies",
            "item": "https://example.org/nl/sessies/",
        },
    ]
