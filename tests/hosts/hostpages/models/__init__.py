from tests.hosts.hostpages.models.facts import (
    OfferContactRow,
    OfferPage,
    OfferPartnerRow,
    OfferStepRow,
)
from tests.hosts.hostpages.models.tagged import (
    ArticleCategoryRow,
    ArticlePage,
    ArticleTag,
    Category,
)
from tests.hosts.hostpages.models.terms import NotePage, StrictNotePage

__all__ = [
    "ArticleCategoryRow",
    "ArticlePage",
    "ArticleTag",
    "Category",
    "NotePage",
    "OfferContactRow",
    "OfferPage",
    "OfferPartnerRow",
    "OfferStepRow",
    "StrictNotePage",
]
