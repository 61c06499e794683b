"""A list with a feed below it: ``<list>/<feed_path>/`` and ``<list>/<feed_path>/<theme>/``."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cop_blocks import conf
from cop_blocks.answers_below import Answer, AnswersBelowMixin
from cop_blocks.parts import below
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.tree import TermTree

#: The vocabulary that feeds are divided by.
THEME = "theme"


@dataclass(frozen=True, slots=True)
class FeedTheme:
    """The theme that is asked for: its code, what it finds, and what it is called."""

    code: str
    codes: frozenset[str]
    label: str


class FeedBelowMixin(AnswersBelowMixin):
    """For a page type; put it before ``Page``. The feed speaks the page's language."""

    feed_path: ClassVar[str]

    def feed_response(self, request: HttpRequest, theme: FeedTheme | None) -> HttpResponse:
        """The feed, of one theme or of all."""
        raise NotImplementedError

    def answer_below(self, path: tuple[str, ...]) -> Answer | None:
        match path:
            case [feed_path] if feed_path == self.feed_path:
                return Answer(lambda page, request: page.feed_response(request, None))
            case [feed_path, code] if feed_path == self.feed_path:
                return Answer(lambda page, request: feed_of_theme(page, request, code))
        return super().answer_below(path)


def feed_of_theme(page: Any, request: HttpRequest, code: str) -> HttpResponse:
    """The feed of a theme, or a page that says that there is no such theme."""
    theme = feed_theme(code, page.locale.language_code)
    if theme is None:
        return unknown_theme(page, request, code)
    response: HttpResponse = page.feed_response(request, theme)
    return response


def feed_theme(code: str, language: str) -> FeedTheme | None:
    """The theme of a code, or what it was merged into; ``None`` where there is none."""
    tree = TermTree.load()
    vocabulary = tree.vocabularies.get(THEME)
    current = vocabulary.current(code) if vocabulary else None
    if current is None:
        return None
    label = term_labels(language, [THEME]).label(THEME, current)
    return FeedTheme(current, frozenset(tree.expand(THEME, [current])), label)


def unknown_theme(page: Any, request: HttpRequest, code: str) -> HttpResponse:
    """A page that says so, with the way to the feed of everything."""
    context = {
        "page": page,
        "cop_base_template": conf.base_template(),
        "message": _("There is no theme “%(code)s”.") % {"code": code[:60]},
        "feed_url": below(page.get_url(request) or "", f"{page.feed_path}/"),
    }
    return TemplateResponse(request, "cop_blocks/no_feed.html", context, status=404)
