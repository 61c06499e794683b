"""An error of a whole page or snippet, which names no field."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from cop_blocks.translation.seams import seam
from cop_blocks.translation.sturdy import STURDY


@seam("wagtail_localize.models:TranslationSource.create_or_update_translation", guard=STURDY)
def say_what_is_wrong(original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """wagtail-localize looks for the fields of an error and crashes where there are none. Whoever
    asked for the draft knows what to do with the error itself."""
    try:
        return original(*args, **kwargs)
    except AttributeError as crash:
        problem = crash.__context__
        if not isinstance(problem, ValidationError) or hasattr(problem, "error_dict"):
            raise
        raise problem from None
