"""The shared models: vocabularies and terms, organisations, people, facts, site settings."""

from cop_blocks.models.facts import FactsOrigin
from cop_blocks.models.information_page import InformationPage
from cop_blocks.models.member import OrganisationMember
from cop_blocks.models.organisation import Organisation, OrganisationText
from cop_blocks.models.organisation_index import (
    OrganisationIndexPage,
    OrganisationIndexPageMixin,
)
from cop_blocks.models.person import Person, PersonText
from cop_blocks.models.setup import SetupRecord
from cop_blocks.models.site_settings import SiteSettings
from cop_blocks.models.term import Term, TermLabel
from cop_blocks.models.term_row import TermRow
from cop_blocks.models.vocabulary import Vocabulary, VocabularyLabel

__all__ = [
    "FactsOrigin",
    "InformationPage",
    "Organisation",
    "OrganisationIndexPage",
    "OrganisationIndexPageMixin",
    "OrganisationMember",
    "OrganisationText",
    "Person",
    "PersonText",
    "SetupRecord",
    "SiteSettings",
    "Term",
    "TermLabel",
    "TermRow",
    "Vocabulary",
    "VocabularyLabel",
]
