from tests.hosts.hostpages.models.facts import (
    OfferContactRow,
    OfferPage,
    OfferPartnerRow,
    OfferStepRow,
)

__all__ = ["OfferContactRow", "OfferPage", "OfferPartnerRow", "OfferStepRow"]
