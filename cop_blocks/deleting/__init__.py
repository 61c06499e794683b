"""What is said before something in use is deleted or unpublished: where, and what instead."""

from cop_blocks.deleting.rules import Verdict, register_deletion_rule
from cop_blocks.deleting.uses import Use, uses_of

__all__ = ["Use", "Verdict", "register_deletion_rule", "uses_of"]
