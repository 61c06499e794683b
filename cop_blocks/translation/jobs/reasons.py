"""Why a row ended as it did."""

from django.utils.translation import gettext_lazy as _

#: Done: what it says was there before.
THERE = "there"
GONE, RIGHTS, ABOVE, REFUSED, LOST, ERROR = "gone", "rights", "above", "refused", "lost", "error"

REASONS = {
    THERE: _("was there already, and is left as it is"),
    GONE: _("the page was deleted"),
    RIGHTS: _("no right to submit it in this language"),
    ABOVE: _("the page above it is not there in this language"),
    REFUSED: _("the page is refused as it is"),
    LOST: _("the work broke off here more than once"),
    ERROR: _("an unexpected error, which is logged"),
}


class RefusedError(Exception):
    """A row that cannot be done."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
