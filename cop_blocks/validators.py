"""What a value must look like; each message says what to do."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

#: What a web address needs for itself: ``?q=`` is a search, never a vocabulary.
RESERVED_CODES = frozenset(
    {"from", "kind", "lang", "only", "page", "q", "sort", "state", "to", "year"}
)

#: What the list of organisations has below its own address.
RESERVED_SLUGS = frozenset({"card"})

validate_code = RegexValidator(
    r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Use small letters, digits and single hyphens only, as in “support-type”."),
)

validate_kvk_number = RegexValidator(
    r"^[0-9]{8}\Z", _("A KvK number has 8 digits. Check the number in the trade register.")
)

validate_oin = RegexValidator(
    r"^[0-9]{20}\Z", _("An OIN has 20 digits. Check the number in the OIN register.")
)


def validate_vocabulary_code(value: str) -> None:
    """A vocabulary's code is a parameter of web addresses."""
    validate_code(value)
    if value in RESERVED_CODES:
        raise ValidationError(
            _("“%(code)s” already has a meaning in web addresses. Choose another code."),
            params={"code": value},
        )


def validate_organisation_slug(value: str) -> None:
    """An organisation's address lies below that of their list, beside what the list needs."""
    if value in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” already has a meaning in web addresses. Choose another word."),
            params={"slug": value},
        )


def validate_rsin(value: str) -> None:
    """Nine digits that pass the 11-proof: weights 9 to 2 and -1, a sum divisible by 11."""
    if not re.fullmatch(r"[0-9]{9}", value):
        raise ValidationError(_("An RSIN has 9 digits, leading zeros included."))
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, value, strict=True))
    if total % 11 or value == "000000000":
        raise ValidationError(_("This is not an RSIN: check the digits for a typing error."))
