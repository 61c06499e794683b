"""The step that makes the start vocabularies."""

from cop_blocks.setup.run import SetupRun

CODE = "vocabularies"


def make_vocabularies(run: SetupRun) -> None:
    """Make what a new site starts with; a term that somebody added or changed stays."""
