"""A copy of a page, last year's session say, gives each of its rows one new key.

Wagtail hands rows of the database with keys that are UUIDs and rows of versions with keys that are
texts, and gives each a new one: at the first publish the rows of the copy change their keys, and
what was translated of them is lost.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from cop_blocks.translation.seams import guard, seam

COPY = guard("copy", "The rows of a copied page keep their translations at its first publish.")


@seam("wagtail.actions.copy_page:CopyPageAction.generate_translation_key", guard=COPY)
def generate_translation_key(
    original: Callable[..., UUID], self: Any, old_uuid: UUID | str
) -> UUID:
    return original(self, UUID(str(old_uuid)))
