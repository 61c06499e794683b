"""What is kept beside wagtail-localize's own tables."""

from cop_blocks.translation.models.consent import Consent
from cop_blocks.translation.models.job import Job, JobRow
from cop_blocks.translation.models.previous import PreviousTranslation
from cop_blocks.translation.models.state import TranslationState

__all__ = ["Consent", "Job", "JobRow", "PreviousTranslation", "TranslationState"]
