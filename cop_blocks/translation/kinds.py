"""What is translated on its own, and what with something else."""

from typing import Any

from modelcluster.fields import ParentalKey


def is_row(model: Any) -> bool:
    """Whether its objects belong to a page or snippet, and are translated with it."""
    return any(isinstance(field, ParentalKey) for field in model._meta.fields)
