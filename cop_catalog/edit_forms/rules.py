"""When the fields of an initiative apply."""

from cop_blocks.editing.rules import Rule

# The states are those of cop_catalog.models.initiative, which this module comes before.
_OUT_OF_USE: Rule = {"state": ["paused", "closed", "withdrawn", "merged"]}

APPLIES: dict[str, Rule] = {
    "closes_on": {"is_rolling": []},
    "successor": _OUT_OF_USE,
    "state_reason": _OUT_OF_USE,
}
