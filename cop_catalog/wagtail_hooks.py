"""What the catalogue adds to Wagtail's admin."""

from wagtail import hooks

from cop_catalog.bulk import CheckedToday, SetState

hooks.register("register_bulk_action", CheckedToday)
hooks.register("register_bulk_action", SetState)
