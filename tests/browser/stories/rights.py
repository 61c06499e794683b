"""Who may come where: docs/roles.md says it, and the browser of each role shows it.

``{names}`` are keys of things in the demo: see :func:`tests.browser.stories.accounts.things`.
"""

from dataclasses import dataclass

#: In the order of the columns of docs/roles.md; the administrator may do everything.
ROLES = ("editor", "moderator", "translator", "partner", "owner")


@dataclass(frozen=True)
class Right:
    """Something to do, the address where it begins, and who may (besides the administrator)."""

    what: str
    path: str
    who: frozenset[str]

    @property
    def roles(self) -> frozenset[str]:
        return self.who | {"owner"}


def _right(what: str, path: str, *who: str) -> Right:
    return Right(what, f"/admin/{path}", frozenset(who))


BOTH = ("editor", "moderator")

RIGHTS = (
    _right("add a session", "pages/add/cop_events/sessionpage/{sessions}/", *BOTH),
    _right("edit a session", "pages/{session}/edit/", *BOTH),
    _right("copy a session to next year", "cop/sessions/copy/{session}/", *BOTH),
    _right("choose a session to copy", "cop/sessions/copy/", *BOTH),
    _right(
        "add an initiative", "pages/add/cop_catalog/initiativepage/{support}/", *BOTH, "partner"
    ),
    _right("edit an initiative of the own organisation", "pages/{own}/edit/", *BOTH, "partner"),
    _right("edit an initiative of another organisation", "pages/{foreign}/edit/", *BOTH),
    _right("see the history of another’s initiative", "pages/{foreign}/history/", *BOTH),
    _right(
        "add a good practice",
        "pages/add/cop_catalog/goodpracticepage/{practices}/",
        *BOTH,
        "partner",
    ),
    _right("take a page off the site", "pages/{own}/unpublish/", *BOTH),
    _right("delete a page", "pages/{own}/delete/", *BOTH),
    _right("move a page", "pages/{own}/move/", *BOTH),
    _right(
        "edit the English translation of a page", "pages/{foreign_en}/edit/", *BOTH, "translator"
    ),
    _right("take a translation off the site", "pages/{foreign_en}/unpublish/", *BOTH),
    _right("edit the home page", "pages/{home}/edit/"),
    _right("add an organisation", "snippets/cop_blocks/organisation/add/", *BOTH),
    _right(
        "delete an organisation", "snippets/cop_blocks/organisation/delete/{unused}/", "moderator"
    ),
    _right("edit a person", "snippets/cop_blocks/person/edit/{person}/", *BOTH),
    _right("add an image", "images/add/", *BOTH, "partner"),
    _right("edit an image of somebody else", "images/{image}/", *BOTH),
    _right("add a document", "documents/add/", *BOTH, "partner"),
    _right("put pages first in the search", "snippets/cop_search/bestbet/add/", *BOTH),
    _right("add a synonym", "snippets/cop_search/synonym/add/", *BOTH),
    _right("read what visitors search for", "reports/cop-searches/", *BOTH),
    _right(
        "see how far the translations of what one sees are",
        "reports/cop-translations/",
        *BOTH,
        "translator",
        "partner",
    ),
    _right("terms", "cop_terms/", "moderator"),
    _right("vocabularies", "cop_vocabularies/", "moderator"),
    _right("merge a term", "cop_terms/merge/{term}/", "moderator"),
    _right(
        "organiser and contact of the site", "settings/cop_blocks/sitesettings/{site}/", "moderator"
    ),
    _right("users", "users/"),
    _right("groups", "groups/"),
    _right("workflows", "workflows/list/"),
    _right("sites", "sites/"),
    _right("languages", "locales/"),
    _right("redirects", "redirects/"),
)


_PAGES = ("Sessions", "Initiatives", "Good practices", "All pages")
_FILES = ("Images", "Documents")
_PEOPLE = ("Organisations", "People")
_BEGIN = ("New session", "New initiative", "New good practice")
_ALL_SHORTCUTS = (*_BEGIN, "Copy last year’s session", "New organisation")


@dataclass(frozen=True)
class Sees:
    """What stands in the menus and on the dashboard of a role, and nothing else of ours."""

    menu: tuple[str, ...]
    community: tuple[str, ...]
    shortcuts: tuple[str, ...]
    settings: tuple[str, ...] = ()


SEES = {
    "editor": Sees(
        ("Pages", "Community", "Site search", *_FILES, "My translations", "Reports"),
        (*_PAGES, *_PEOPLE),
        _ALL_SHORTCUTS,
    ),
    "moderator": Sees(
        ("Pages", "Community", "Site search", *_FILES, "My translations", "Reports", "Settings"),
        (*_PAGES, *_PEOPLE, "Vocabularies", "Terms"),
        _ALL_SHORTCUTS,
        ("Community of Practice",),
    ),
    "translator": Sees(("Pages", "Community", "My translations", "Reports"), _PAGES, ()),
    "partner": Sees(
        ("Pages", "Community", *_FILES, "Reports"), _PAGES, ("New initiative", "New good practice")
    ),
    "owner": Sees(
        ("Pages", "Community", "Site search", *_FILES, "My translations", "Reports", "Settings"),
        (*_PAGES, *_PEOPLE, "Vocabularies", "Terms"),
        _ALL_SHORTCUTS,
        (
            "Workflows",
            "Workflow tasks",
            "Community of Practice",
            "Users",
            "Groups",
            "Sites",
            "Locales",
            "Collections",
            "Redirects",
        ),
    ),
}
