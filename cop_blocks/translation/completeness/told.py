"""What is told of a text that is not finished."""

from dataclasses import dataclass
from typing import Literal

Why = Literal["missing", "machine", "error"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """``path`` is wagtail-localize's path of the content, ``kind`` is ``string`` or ``related`` (an
    object that has no translation itself), ``source`` the text in the language of the source, and
    ``label`` says where it stands in the words of the edit form."""

    path: str
    kind: Literal["string", "related"]
    source: str
    label: str
    why: Why
    #: Of the string segment, for a link into the editor.
    segment: int | None = None
