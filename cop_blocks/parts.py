"""What a page shows under an address below its own, for things that are no pages themselves."""

import copy
from dataclasses import dataclass
from typing import Any

#: Under which name a template's context holds the :class:`Part` that is shown.
CONTEXT_NAME = "cop_part"


@dataclass(frozen=True, slots=True)
class Part:
    """One of them; breadcrumbs, canonical address and languages follow from it."""

    #: The page as it is stored; the context's ``page`` speaks in the words of the part.
    page: Any
    #: Below the page's address: ``"platform31/"``.
    path: str
    #: In which languages the page's translations show it too.
    languages: frozenset[str]


def below(address: str, path: str) -> str:
    """The address of ``path`` ("ics/") below a page's, in a site that ends addresses in a slash or
    not (``WAGTAIL_APPEND_SLASH``); empty below an empty one."""
    if not address:
        return ""
    return f"{address}{path}" if address.endswith("/") else f"{address}/{path.rstrip('/')}"


def in_words_of(page: Any, title: str, description: str) -> Any:
    """A copy of ``page`` for the context, so that a host's own templates (title, description,
    menu) say what is shown; never to be saved."""
    shown = copy.copy(page)
    shown.title = title
    shown.introduction = description
    for name in ("seo_title", "search_description"):
        # A host's own base page need not have them.
        if hasattr(page, name):
            setattr(shown, name, "")
    return shown
