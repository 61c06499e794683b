"""Twelve palettes that can be read and told apart, in the stylesheet as in the data."""

import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

import cop_blocks
import cop_site
from cop_blocks.looks import PALETTES, Palette
from cop_blocks.looks.palettes import palette_css, palette_css_in_light_only
from tests.blocks.looks.colours import contrast, mixed, oklab

TEXT = 6.0
CSS = (Path(cop_blocks.__file__).parent / "static/cop_blocks/cop.css").read_text()
SITE_CSS = (Path(cop_site.__file__).parent / "static/cop_site/site.css").read_text()
EVERY = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def stated(name: str, css: str = CSS) -> tuple[str, str]:
    """The light and the dark value of a property in a stylesheet."""
    found = re.search(rf"--{name}: (?:light-dark\((#\w+), (#\w+)\)|(#\w+))", css)
    assert found, name
    light, dark, both = found.groups()
    return light or both, dark or both


def grounds() -> list[tuple[str, str]]:
    """Light and dark of everything that a theme's words stand on, but for their own tint."""
    return [stated("cop-surface"), stated("cop-paper", SITE_CSS)]


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000", "#fff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert mixed("#ff0000", "#ffffff", 1) == "#ff0000"
    assert mixed("#000000", "#ffffff", 0.5) == "#636363"


def test_there_are_twelve() -> None:
    assert len(PALETTES) == 12


@EVERY
def test_words_in_a_themes_colour_can_be_read_on_every_ground(palette: Palette) -> None:
    low = {
        (scheme, ground): ratio
        for scheme, colour in enumerate((palette.light, palette.dark))
        for ground in (pair[scheme] for pair in grounds())
        if (ratio := contrast(colour, ground)) < TEXT
    }
    assert low == {}


@EVERY
def test_a_tag_can_be_read_on_its_own_tint(palette: Palette) -> None:
    share = int(re.findall(r"in oklab, currentcolor (\d+)%, var\(--cop-surface\)", CSS)[0]) / 100
    surfaces = stated("cop-surface")
    low = {
        colour: ratio
        for colour, surface in zip((palette.light, palette.dark), surfaces, strict=True)
        if (ratio := contrast(colour, mixed(colour, surface, share))) < TEXT
    }
    assert low == {}


@EVERY
def test_both_strengths_of_text_can_be_read_on_a_band(palette: Palette) -> None:
    assert contrast(stated("cop-on-band")[0], palette.band) >= TEXT
    assert contrast(stated("cop-on-band-soft")[0], palette.band) >= TEXT


def test_text_can_be_read_where_no_theme_is() -> None:
    texts = ("cop-ink", "cop-ink-soft", "cop-brand", "cop-open", "cop-soon", "cop-wrong")
    low = {
        (name, scheme, ground): ratio
        for name in texts
        for scheme, colour in enumerate(stated(name))
        for ground in (pair[scheme] for pair in grounds())
        if (ratio := contrast(colour, ground)) < TEXT
    }
    assert low == {}


def test_borders_of_controls_can_be_seen() -> None:
    low = {
        (scheme, ground): ratio
        for scheme, colour in enumerate(stated("cop-control"))
        for ground in (pair[scheme] for pair in grounds())
        if (ratio := contrast(colour, ground)) < 4
    }
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark", "band"])
def test_no_two_can_be_taken_for_each_other(scheme: str) -> None:
    # 0.02 is what people just see when two colours touch.
    near = {
        (one.name, other.name): round(distance, 3)
        for one, other in combinations(PALETTES.values(), 2)
        if (distance := dist(oklab(getattr(one, scheme)), oklab(getattr(other, scheme)))) < 0.05
    }
    assert near == {}


def test_the_stylesheet_holds_exactly_these() -> None:
    assert palette_css() in CSS
    assert palette_css_in_light_only() in CSS
    assert len(re.findall(r"^\s*\.cop-palette--", CSS, re.MULTILINE)) == 2 * len(PALETTES)
