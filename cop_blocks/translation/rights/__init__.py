"""Who may submit, translate, publish, stop and convert: the permissions in the target tree."""

from cop_blocks.translation.seams import guard

RIGHTS = guard(
    "rights",
    "Whoever submits, translates, publishes, stops or converts needs the right to do so in the "
    "tree of the language that it changes.",
)


def connect() -> None:
    """The seams of this part, by the modules that hold them, and its groups."""
    from cop_blocks.setup import register_groups
    from cop_blocks.translation.rights import aliases, endpoints, groups, upstream  # noqa: F401

    register_groups(groups.translators_of_each_language)
