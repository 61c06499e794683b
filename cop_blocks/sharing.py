"""Ways to pass a page on that tell nobody but the reader's own programs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cop_blocks.parts import Part, below

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Share:
    """What is passed on: a title and a whole address."""

    title: str
    url: str

    @property
    def mail_url(self) -> str:
        """A new mail with the address in it, to whomever."""
        # Lines of a mail end so.
        body = f"{self.title}\r\n{self.url}\r\n"
        return f"mailto:?subject={quote(self.title)}&body={quote(body)}"


def share_of(page: Any, request: "HttpRequest", part: Part | None = None) -> Share | None:
    """``None`` for a page that has no address yet (a preview of a new one)."""
    address = page.get_full_url(request) if page.pk else ""
    if not address:
        return None
    return Share(" ".join(page.title.split()), below(address, part.path) if part else address)
