from tests.hosts.hostpages.models.facts import (
    OfferContactRow,
    OfferPage,
    OfferPartnerRow,
    OfferStepRow,
)
from tests.hosts.hostpages.models.terms import NotePage, StrictNotePage

__all__ = [
    "NotePage",
    "OfferContactRow",
    "OfferPage",
    "OfferPartnerRow",
    "OfferStepRow",
    "StrictNotePage",
]
