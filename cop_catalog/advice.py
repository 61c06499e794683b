"""What could be better about an initiative or a good practice; nothing of it stops publishing."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cop_blocks.editing.advice import Advice
from cop_blocks.editing.common_advice import is_well_formed, theme_advice
from cop_catalog.labels import day_label


def initiative_advice(page: Any) -> Iterator[Advice]:
    yield from theme_advice(page)
    yield from _contact(page)
    yield from _addresses(page)
    yield from _dates(page)
    if not any(row.role == "provider" for row in page.organisation_rows.all()):
        yield Advice("organisation_rows", _("Say who provides it: visitors look for that first."))
    successor = page.successor
    if successor is not None and not successor.live:
        yield Advice(
            "successor",
            _("The successor “%(title)s” is not published, so visitors are not sent to it.")
            % {"title": successor.title},
        )


def practice_advice(page: Any) -> Iterator[Advice]:
    yield from theme_advice(page)
    if not page.organisation_rows.all():
        yield Advice("organisation_rows", _("Say who did it: readers want to ask them about it."))
    if not any(child.block_type == "image" for child in page.body):
        yield Advice(
            "body", _("Add a picture to the text: a practice with one is read more often.")
        )
    if not page.how_tested:
        yield Advice("how_tested", _("Say how you know that it works; one sentence is enough."))


def _contact(page: Any) -> Iterator[Advice]:
    if page.contact_id or page.contact_email or page.contact_phone:
        return
    yield Advice(
        "contact",
        _("Nobody is named whom a visitor can ask. Choose a person, or fill in an address."),
    )


def _addresses(page: Any) -> Iterator[Advice]:
    if not page.apply_url and not page.info_url:
        yield Advice(
            "apply_url", _("There is no address to apply or to read more: visitors get stuck.")
        )
    for name in ("apply_url", "info_url"):
        address = getattr(page, name)
        if address and not is_well_formed(address):
            yield Advice(
                name,
                _("The address “%(address)s” cannot be right. Check it, or remove the link.")
                % {"address": address},
            )


def _dates(page: Any) -> Iterator[Advice]:
    today = timezone.localdate()
    if page.state == "active" and page.closes_on and page.closes_on < today:
        yield Advice(
            "closes_on",
            _(
                "It closed on %(day)s. Fill in the next closing date, or say at “State” that it is "
                "closed for good."
            )
            % {"day": day_label(page.closes_on)},
        )
    if page.state == "active" and page.verified_on is None:
        yield Advice(
            "verified_on", _("Fill in when it was last checked: visitors see “not yet checked”.")
        )
