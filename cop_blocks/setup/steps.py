"""The steps that the building blocks bring themselves."""

from cop_blocks.setup import (
    approval,
    groups,
    homes,
    names,
    pages,
    site_settings,
    tree,
    vocabularies,
)
from cop_blocks.setup.registry import register_pages, register_step


def register_own() -> None:
    """Call it in ``ready()``."""
    register_step("vocabularies", vocabularies.fill_vocabularies, order=10)
    register_step(names.CODE, names.add_names, order=15)
    register_step(homes.CODE, homes.find_homes, order=20)
    register_step(tree.CODE, tree.make_pages, order=30)
    register_step(site_settings.CODE, site_settings.fill_settings, order=40)
    register_step(groups.CODE, groups.make_groups, order=50)
    register_step(approval.CODE, approval.make_approval, order=60)
    register_pages(pages.pages, order=900)
