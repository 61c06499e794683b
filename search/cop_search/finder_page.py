"""Pages that list what a finder finds, and what lies below each of them."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from cop_blocks.answers_below import Answer, AnswersBelowMixin
from cop_blocks.feeds_below import feed_theme, unknown_theme
from cop_search.api import API_PATH, api_response
from cop_search.atom import ATOM_PATH, atom_response
from cop_search.boxes import SUGGEST_PATH
from cop_search.finder import Finder
from cop_search.origins import shared
from cop_search.suggest import suggest_response


class FinderPageMixin(AnswersBelowMixin):
    """For a page type, of the host too; put it before ``Page``.

    It says in ``finder`` what it finds; templates have it as ``finder``. What other programs read
    of it lies below: see ``docs/search.md``.
    """

    #: Where the feed of what is new lies, for ``cop_blocks.feeds``.
    feed_path = ATOM_PATH

    def finder(self, request: HttpRequest) -> Finder:
        """``Finder.for_page(request, self, ...)``, with what is preset."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        return {**context, "finder": self.finder(request)}

    def answer_below(self, path: tuple[str, ...]) -> Answer | None:
        if path[:1] == (ATOM_PATH,) and len(path) == 2:
            return Answer(lambda page, request: _feed_of_theme(page, request, path[1]))
        return _ANSWERS.get(path) or super().answer_below(path)


def register_answer(*path: str, answer: Answer) -> None:
    """Have every page with a finder answer at ``path`` below it. Call it in ``ready()``."""
    _ANSWERS[path] = answer


def _feed_of_theme(page: Any, request: HttpRequest, code: str) -> HttpResponse:
    """``atom/circular/``: what ``atom/?theme=circular`` is, at the address that it had first."""
    theme = feed_theme(code, page.locale.language_code)
    if theme is None:
        return unknown_theme(page, request, code)
    return atom_response(page, request, theme)


_ANSWERS: dict[tuple[str, ...], Answer] = {
    (ATOM_PATH,): Answer(atom_response),
    API_PATH: shared(api_response),
    (SUGGEST_PATH,): shared(suggest_response),
}
