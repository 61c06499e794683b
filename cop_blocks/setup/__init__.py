"""What ``manage.py cop_setup`` makes, and the seams by which other apps join in.

An app registers its part of the page tree in ``AppConfig.ready()`` with :func:`register_pages`, or
a whole step of its own with :func:`register_step`, groups with :func:`register_groups`,
or rights of the groups with :func:`register_rights`.
"""

from cop_blocks.setup.registry import (
    PagePlan,
    Step,
    page_plans,
    register_groups,
    register_pages,
    register_rights,
    register_step,
    steps,
)
from cop_blocks.setup.texts import Texts

__all__ = [
    "PagePlan",
    "Step",
    "Texts",
    "page_plans",
    "register_pages",
    "register_groups",
    "register_rights",
    "register_step",
    "steps",
]
