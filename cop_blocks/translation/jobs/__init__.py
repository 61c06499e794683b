"""Long work: a page and all below it is submitted by a worker, or in steps that can be stopped.

:mod:`starting` takes over from wagtail-localize's form; :mod:`working` does one row after another;
:mod:`one` does a row.
"""

from cop_blocks.translation.seams import guard

JOBS = guard(
    "jobs",
    "A page and all below it is submitted by the site's worker or in short steps, with a bar, and "
    "can be stopped and resumed.",
)


def connect() -> None:
    """The seam of this part."""
    from cop_blocks.translation.jobs import starting  # noqa: F401
