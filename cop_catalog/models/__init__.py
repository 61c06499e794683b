"""The page types of the catalogue: initiatives, good practices and themes."""

from cop_catalog.models.good_practice import GoodPracticePage, GoodPracticePageMixin
from cop_catalog.models.good_practice_rows import (
    GoodPracticeInitiative,
    GoodPracticeOrganisation,
    GoodPracticeSession,
)
from cop_catalog.models.imported_row import ImportedRow
from cop_catalog.models.indexes import (
    GoodPracticeIndexPage,
    GoodPracticeIndexPageMixin,
    InitiativeIndexPage,
    InitiativeIndexPageMixin,
    ThemeIndexPage,
    ThemeIndexPageMixin,
)
from cop_catalog.models.initiative import InitiativePage, InitiativePageMixin
from cop_catalog.models.initiative_rows import InitiativeOrganisation, InitiativeRelation
from cop_catalog.models.theme import ThemePage, ThemePageMixin

__all__ = [
    "GoodPracticeIndexPage",
    "GoodPracticeIndexPageMixin",
    "GoodPracticeInitiative",
    "GoodPracticeOrganisation",
    "GoodPracticePage",
    "GoodPracticePageMixin",
    "GoodPracticeSession",
    "ImportedRow",
    "InitiativeIndexPage",
    "InitiativeIndexPageMixin",
    "InitiativeOrganisation",
    "InitiativePage",
    "InitiativePageMixin",
    "InitiativeRelation",
    "ThemeIndexPage",
    "ThemeIndexPageMixin",
    "ThemePage",
    "ThemePageMixin",
]
