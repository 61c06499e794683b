from tests.hosts.hostpages.models.brochure import BrochurePage
from tests.hosts.hostpages.models.events import EventPage
from tests.hosts.hostpages.models.facts import (
    OfferContactRow,
    OfferPage,
    OfferPartnerRow,
    OfferStepRow,
)
from tests.hosts.hostpages.models.nested import CoursePage, LessonRow, TaskRow
from tests.hosts.hostpages.models.snippets import Leaflet, Slogan
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
    "BrochurePage",
    "Category",
    "CoursePage",
    "EventPage",
    "LessonRow",
    "Leaflet",
    "NotePage",
    "OfferContactRow",
    "OfferPage",
    "OfferPartnerRow",
    "OfferStepRow",
    "Slogan",
    "StrictNotePage",
    "TaskRow",
]
