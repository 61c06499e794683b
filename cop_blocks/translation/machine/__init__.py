"""Translation by a machine: the memory first, then the host's own translator, never an error."""

from cop_blocks.translation.seams import guard

MACHINE = guard(
    "machine",
    "A machine translator that is slow, fails or answers nonsense ends in a message; its texts "
    "are marked until a person approves them, and never replace a person's.",
)


def connect() -> None:
    """The seams of this part, by the module that holds them."""
    from cop_blocks.translation.machine import upstream  # noqa: F401
