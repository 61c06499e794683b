"""Who may submit, translate, publish, stop and convert: the permissions in the target tree."""

from cop_blocks.translation.seams import guard

RIGHTS = guard(
    "rights",
    "Whoever submits, translates, publishes, stops or converts needs the right to do so in the "
    "tree of the language that it changes.",
)


def connect() -> None:
    """The seams of this part, by the modules that hold them."""
    from cop_blocks.translation.rights import aliases, endpoints, upstream  # noqa: F401
