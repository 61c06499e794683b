"""The picture of a shared link: drawn when it is asked for, kept by whoever asks."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction, Site

from cop_blocks.looks import MARKS, PALETTES
from cop_blocks.share_card import HEIGHT, WIDTH, Card, png
from cop_blocks.share_card.marks import mark_mask
from cop_blocks.share_card.words import SIZES, can_write, fitted, font_for, shortened
from tests.blocks.site_factories import home, page_below, translated


def opened(card: Card) -> Any:
    return Image.open(BytesIO(png(card)))


class TestPicture:
    @pytest.mark.parametrize(
        ("palette", "mark"), [*zip(PALETTES, MARKS, strict=True), ("", ""), ("gone", "gone")]
    )
    def test_it_has_the_size_and_weight_that_networks_take(self, palette: str, mark: str) -> None:
        card = Card("Circulaire economie en verduurzaming", "Samen", palette, mark)
        picture = opened(card)
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(png(card)) < 60_000

    def test_its_ground_is_the_band_of_the_palette(self) -> None:
        for palette in PALETTES.values():
            picture = opened(Card("", "", palette.name, "dots")).convert("RGB")
            assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((2, 2))) == palette.band

    def test_equal_cards_are_equal_to_the_byte(self) -> None:
        png.cache_clear()
        first = png(Card("Titel", "Site", "green", "leaf"))
        png.cache_clear()
        assert png(Card("Titel", "Site", "green", "leaf")) == first

    def test_title_site_palette_and_mark_are_all_seen(self) -> None:
        cards = {
            png(Card(*each))
            for each in (
                ("Een", "Site", "green", "leaf"),
                ("Twee", "Site", "green", "leaf"),
                ("Een", "Andere", "green", "leaf"),
                ("Een", "Site", "blue", "leaf"),
                ("Een", "Site", "green", "wave"),
            )
        }
        assert len(cards) == 5

    @pytest.mark.parametrize("title", ["x" * 400, "woord " * 200, "", " ", "\u4e1c\u4eac"])
    def test_any_title_gives_a_picture(self, title: str) -> None:
        assert opened(Card(title, "Samen", "green", "leaf")).size == (WIDTH, HEIGHT)


class TestWords:
    def test_a_short_title_is_large_and_a_long_one_small(self) -> None:
        assert fitted("Kort", 700, 370) == (["Kort"], SIZES[0])
        lines, size = fitted(
            "Een lange titel die over heel wat regels gaat, en dan nog een", 700, 370
        )
        assert " ".join(lines) == "Een lange titel die over heel wat regels gaat, en dan nog een"
        assert size < SIZES[0]

    def test_what_has_no_room_ends_in_an_ellipsis(self) -> None:
        lines, size = fitted("woord " * 200, 700, 370)
        assert size == SIZES[-1]
        assert lines[-1].endswith("…")
        assert shortened("y" * 200, 300, 48).endswith("y…")

    def test_letters_that_the_font_lacks_are_not_drawn_as_boxes(self) -> None:
        assert can_write("Samen voor het mkb")
        assert not can_write("\u4e1c\u4eac")
        assert font_for("\u4e1c\u4eac") is None
        assert font_for("Samen", "/there/is/no/such.ttf") == ""


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_drawn_within_its_square_in_its_strengths(mark: str) -> None:
    mask = mark_mask(mark, 96)
    inked = sum(1 for value in mask.tobytes() if value)
    assert mask.size == (96, 96)
    assert 96 * 96 * 0.1 < inked < 96 * 96 * 0.95
    assert max(mask.tobytes()) >= 250


@pytest.mark.django_db
class TestAddress:
    def get(self, path: str, **headers: str) -> Any:
        Site.clear_site_root_paths_cache()
        return Client(headers={"host": "localhost", **headers}).get(path)

    def test_it_lies_below_the_page_and_the_head_names_it(self) -> None:
        page_below(home(), "Over ons")
        answer = self.get("/nl/over-ons/card/")
        assert answer["Content-Type"] == "image/png"
        assert answer["Cache-Control"] == "max-age=86400"
        head = self.get("/nl/over-ons/").content.decode()
        for name, content in (
            ("og:image", "http://localhost/nl/over-ons/card/"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", "Over ons"),
        ):
            assert f'<meta property="{name}" content="{content}">' in head
        assert '<meta name="twitter:card" content="summary_large_image">' in head

    def test_who_has_it_gets_304(self) -> None:
        page_below(home(), "Over ons")
        etag = self.get("/nl/over-ons/card/")["ETag"]
        answer = self.get("/nl/over-ons/card/", **{"if-none-match": etag})
        assert (answer.status_code, answer.content) == (304, b"")

    def test_another_title_is_another_card(self) -> None:
        page = page_below(home(), "Over ons")
        before = self.get("/nl/over-ons/card/").content
        page.title = "Over u"
        page.save()
        assert self.get("/nl/over-ons/card/").content != before

    def test_a_page_that_lies_there_goes_first(self) -> None:
        page_below(page_below(home(), "Over ons"), "Kaart", slug="card")
        assert "<h1>Kaart</h1>" in self.get("/nl/over-ons/card/").content.decode()

    @pytest.mark.parametrize("hide", ["draft", "private"])
    def test_what_nobody_may_see_has_none(self, hide: str) -> None:
        page = page_below(home(), "Over ons", live=hide != "draft")
        if hide == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        answer = self.get("/nl/over-ons/card/")
        assert answer.status_code == (302 if hide == "private" else 404)

    def test_under_the_prefix_of_another_language_it_leads_to_its_own(self) -> None:
        translated(home())
        page_below(home(), "Over ons")
        assert self.get("/en/over-ons/card/").status_code == 404
        assert self.get("/nl/over-ons/meer/card/").status_code == 404
