"""PO files that keep the state of a translation, and tell before they change it."""

from cop_blocks.translation.seams import guard

PO = guard(
    "po",
    "A PO file says which texts are a machine's or were changed, and its import shows what it will "
    "do; what is fuzzy never replaces a text that a person approved by itself.",
)


def connect() -> None:
    """The seams of this part, by the module that holds them."""
    from cop_blocks.translation.pofiles import upstream  # noqa: F401
