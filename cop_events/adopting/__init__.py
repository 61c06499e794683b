"""Event pages that a host has already, as session pages: ``manage.py cop_adopt_events``."""

from cop_events.adopting.adopt import Adoption, Outcome
from cop_events.adopting.fields import Fields, UnknownFieldError, read_fields

__all__ = ["Adoption", "Fields", "Outcome", "UnknownFieldError", "read_fields"]
