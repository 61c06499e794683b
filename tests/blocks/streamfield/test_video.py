"""A video asks nothing of another site before the reader chooses to watch."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.utils.translation import override

from cop_blocks.streamfield.blocks.video import player
from tests.blocks.streamfield.test_blocks import errors, shown

YOUTUBE = ("YouTube", "https://www.youtube-nocookie.com/embed/a-B_9")
VIMEO = ("Vimeo", "https://player.vimeo.com/video/123?dnt=1")
NONE = ("", "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.youtube.com/watch?v=a-B_9&t=10", YOUTUBE),
        ("https://youtube.com/watch?t=10&v=a-B_9", YOUTUBE),
        ("https://youtu.be/a-B_9?si=x", YOUTUBE),
        ("https://www.youtube.com/embed/a-B_9", YOUTUBE),
        ("https://m.youtube.com/shorts/a-B_9", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/a-B_9", YOUTUBE),
        ("https://vimeo.com/123", VIMEO),
        ("https://vimeo.com/channels/x/123", VIMEO),
        ("https://player.vimeo.com/video/123", VIMEO),
        ("https://vimeo.com/over-ons", NONE),
        ("https://www.youtube.com/watch", NONE),
        ("https://www.youtube.com/@kanaal", NONE),
        ('https://youtu.be/"><script>', NONE),
        ("https://youtube.com.example.org/watch?v=a", NONE),
        ("https://example.org/video.mp4", NONE),
        ("", NONE),
    ],
)
def test_the_player_that_tracks_least_is_found_by_the_address(
    url: str, expected: tuple[str, str]
) -> None:
    assert player(url) == expected


def test_it_is_a_link_until_it_is_chosen() -> None:
    html = shown("video", {"title": "Terugblik", "url": "https://youtu.be/abc", "text": ""})
    assert 'href="https://youtu.be/abc"' in html
    assert 'data-cop-video="https://www.youtube-nocookie.com/embed/abc"' in html
    assert "<iframe" not in html and "<img" not in html
    assert html.count(" src=") == 1  # our own script


def test_it_names_the_video_and_the_site_before_anything_is_asked() -> None:
    with override("nl"):
        html = shown("video", {"title": "Terugblik", "url": "https://youtu.be/abc", "text": ""})
    panel = BeautifulSoup(html, "html.parser").select_one(".cop-video__panel")
    assert panel is not None
    assert [" ".join(part.get_text().split()) for part in panel.find_all("p")] == [
        "Terugblik",
        "Bekijk op YouTube: Terugblik",
        "YouTube weet pas van uw bezoek als u ervoor kiest om te kijken.",
    ]


def test_elsewhere_it_is_only_a_link() -> None:
    html = shown("video", {"title": "Terugblik", "url": "https://example.org/v", "text": ""})
    assert 'href="https://example.org/v"' in html
    assert "data-cop-video" not in html and "<script" not in html


def test_the_script_is_there() -> None:
    assert finders.find("cop_blocks/video.js") is not None


@pytest.mark.parametrize("url", ["ftp://example.org/v", "javascript:alert(1)"])
def test_an_address_that_is_no_page_is_refused_at_its_field(url: str) -> None:
    assert list(errors("video", {"title": "Terugblik", "url": url, "text": ""})) == ["url"]
