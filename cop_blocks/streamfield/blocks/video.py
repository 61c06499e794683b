"""A video elsewhere: nothing is asked of the other site before the reader chooses to watch."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructValue, URLBlock

from cop_blocks.files import host
from cop_blocks.streamfield.blocks.base import MEDIA_GROUP, CopBlock, inline_text

_YOUTUBE = {"youtube.com", "m.youtube.com", "youtube-nocookie.com"}


def player(url: str) -> tuple[str, str]:
    """The name of the site and the address of its player that tracks least; empty if unknown."""
    parts = urlsplit(url)
    site = host(url)
    steps = [step for step in parts.path.split("/") if step]
    video = ""
    if site == "youtu.be" and steps:
        video = steps[0]
    elif site in _YOUTUBE and steps == ["watch"]:
        video = parse_qs(parts.query).get("v", [""])[0]
    elif site in _YOUTUBE and len(steps) == 2 and steps[0] in {"embed", "live", "shorts"}:
        video = steps[1]
    elif site in {"vimeo.com", "player.vimeo.com"} and steps and steps[-1].isdigit():
        return "Vimeo", f"https://player.vimeo.com/video/{steps[-1]}?dnt=1"
    if video and video.replace("-", "").replace("_", "").isalnum() and video.isascii():
        return "YouTube", f"https://www.youtube-nocookie.com/embed/{video}"
    return "", ""


class VideoValue(StructValue):
    @property
    def site_name(self) -> str:
        """Where the video is: "YouTube", or the host's name."""
        url = self.get("url") or ""
        return player(url)[0] or host(url)

    @property
    def embed_url(self) -> str:
        """The player to show in the page; empty where there is only the link."""
        return player(self.get("url") or "")[1]


class VideoBlock(CopBlock):
    """A link that becomes a player when it is chosen; without JavaScript it stays a link."""

    title = CharBlock(
        label=_("Title of the video"), max_length=255, help_text=_("Says what is to be seen.")
    )
    url = URLBlock(
        label=_("Address of the video"),
        help_text=_("On YouTube or Vimeo it plays in the page; elsewhere it is a link."),
    )
    text = inline_text(
        label=_("The video in words"),
        required=False,
        help_text=_("What is said and shown, for who cannot watch or listen."),
    )

    def errors(self, value: Any) -> dict[str, Any]:
        if urlsplit(value.get("url") or "").scheme not in {"http", "https"}:
            return {"url": _("Fill in an address that starts with https://")}
        return {}

    class Meta:
        icon = "media"
        group = MEDIA_GROUP
        label = _("Video")
        description = _("A video on another site, which plays only after a click.")
        template = "cop_blocks/blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "title": _("An impression of the first session"),
            "url": "https://vimeo.com/1",
            "text": "",
        }
