"""Which addresses the browser tests, the screenshots and Lighthouse look at."""

from dataclasses import dataclass

from tools.demo_site import Demo

LANGUAGES = ("nl", "en")
PAGE_TYPES = (
    "cop_site.HomePage",
    "cop_blocks.InformationPage",
    "cop_blocks.OrganisationIndexPage",
    "cop_search.SearchPage",
    "cop_events.SessionIndexPage",
    "cop_events.SessionPage",
    "cop_catalog.InitiativeIndexPage",
    "cop_catalog.InitiativePage",
    "cop_catalog.GoodPracticeIndexPage",
    "cop_catalog.GoodPracticePage",
    "cop_catalog.ThemeIndexPage",
    "cop_catalog.ThemePage",
)
WORDS = {"nl": "digitaal", "en": "digital"}
#: Mistyped.
MEANT = {"nl": "subsidei", "en": "subsydy"}


@dataclass(frozen=True)
class State:
    """A page in one of the states that look different, by a name that a file can bear."""

    name: str
    #: Under which name :mod:`tests.browser.listing` tells of it, and which one of those.
    listed: str = ""
    number: int = 0
    query: str = ""
    status: int = 200

    def __str__(self) -> str:
        return self.name

    def path(self, demo: Demo, language: str) -> str:
        if not self.listed:
            return f"/{language}/{self.query}"
        found = demo.pages[f"{self.listed} {language}"][self.number]
        query = self.query.replace("WORD", WORDS[language]).replace("MEANT", MEANT[language])
        return found + query


#: One of each: every page type and every state.
STATES = (
    State("home", "cop_site.HomePage"),
    State("themes", "cop_catalog.ThemeIndexPage"),
    State("theme", "cop_catalog.ThemePage"),
    State("sessions", "cop_events.SessionIndexPage"),
    State("session", "session coming"),
    State("session-past", "session past"),
    State("session-month", "session month"),
    State("session-cancelled", "session cancelled"),
    State("initiatives", "cop_catalog.InitiativeIndexPage"),
    State(
        "initiatives-filtered",
        "cop_catalog.InitiativeIndexPage",
        query="?theme=digitalisation&support-type=advice",
    ),
    State("initiatives-wrong", "cop_catalog.InitiativeIndexPage", query="?theme=nonsense"),
    State("initiatives-empty", "cop_catalog.InitiativeIndexPage", query="?q=zzzzzz"),
    State("initiative", "cop_catalog.InitiativePage"),
    State("initiative-closed", "cop_catalog.InitiativePage", -1),
    State("practices", "cop_catalog.GoodPracticeIndexPage"),
    State("practice", "cop_catalog.GoodPracticePage"),
    State("search", "cop_search.SearchPage"),
    State("search-found", "cop_search.SearchPage", query="?q=WORD"),
    State("search-one", "cop_search.SearchPage", query="?q=wbso"),
    State("search-region", "cop_search.SearchPage", query="?region=haaglanden"),
    State("search-meant", "cop_search.SearchPage", query="?q=MEANT"),
    State("search-less", "cop_search.SearchPage", query="?q=WORD&theme=circular&state=soon"),
    State("search-page-2", "cop_search.SearchPage", query="?q=WORD&page=2"),
    State("search-wrong", "cop_search.SearchPage", query="?q=WORD&from=2026-13-45"),
    State("search-empty", "cop_search.SearchPage", query="?q=zzzzzz"),
    State("contact", "cop_blocks.InformationPage"),
    State("information", "cop_blocks.InformationPage", 1),
    State("blocks", "blocks"),
    State("organisations", "cop_blocks.OrganisationIndexPage"),
    State("organisation", "organisation"),
    State("password", "password"),
    State("not-found", query="nergens-nowhere/", status=404),
    State("broken", query="break-down/", status=500),
)


def state(name: str) -> State:
    (found,) = (one for one in STATES if one.name == name)
    return found


def paths(demo: Demo, label: str, language: str) -> list[str]:
    """Pages of a type, in the states that look different."""
    if label == "cop_search.SearchPage":
        (search,) = demo.paths(label, language)
        word = WORDS[language]
        return [search, f"{search}?q={word}", f"{search}?q=zzzzzz", f"{search}?q={word}&page=2"]
    if label == "cop_events.SessionPage":
        # Past, near, and known only by its months.
        return demo.paths(label, language, most=4)
    if label == "cop_catalog.InitiativePage":
        # Real ones, and the made-up ones in every state at the end.
        return demo.paths(label, language, most=7)[:1] + demo.pages[f"{label} {language}"][-6:]
    return demo.paths(label, language)
