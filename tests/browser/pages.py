"""Which addresses the browser tests, the screenshots and Lighthouse look at."""

from dataclasses import dataclass

from tools.demo_site import Demo

LANGUAGES = ("nl", "en")
PAGE_TYPES = (
    "cop_site.HomePage",
    "cop_blocks.InformationPage",
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


@dataclass(frozen=True)
class State:
    """A page in one of the states that look different."""

    name: str
    path: str
    status: int = 200


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


def states(demo: Demo, language: str) -> list[State]:
    """One of each: every page type and every state, by a name that a file can bear."""

    def first(name: str) -> str:
        return demo.pages[f"{name} {language}"][0]

    initiatives = first("cop_catalog.InitiativeIndexPage")
    initiative = demo.pages[f"cop_catalog.InitiativePage {language}"]
    search = first("cop_search.SearchPage")
    word = WORDS[language]
    return [
        State("home", first("cop_site.HomePage")),
        State("themes", first("cop_catalog.ThemeIndexPage")),
        State("theme", first("cop_catalog.ThemePage")),
        State("sessions", first("cop_events.SessionIndexPage")),
        State("session", first("session coming")),
        State("session-past", first("session past")),
        State("session-month", first("session month")),
        State("session-cancelled", first("session cancelled")),
        State("initiatives", initiatives),
        State("initiatives-filtered", f"{initiatives}?theme=digitalisation&support-type=advice"),
        State("initiatives-wrong", f"{initiatives}?theme=nonsense"),
        State("initiatives-empty", f"{initiatives}?q=zzzzzz"),
        State("initiative", initiative[0]),
        State("initiative-closed", initiative[-1]),
        State("practices", first("cop_catalog.GoodPracticeIndexPage")),
        State("practice", first("cop_catalog.GoodPracticePage")),
        State("search", search),
        State("search-found", f"{search}?q={word}"),
        State("search-page-2", f"{search}?q={word}&page=2"),
        State("search-wrong", f"{search}?q={word}&from=2026-13-45"),
        State("search-empty", f"{search}?q=zzzzzz"),
        State("contact", first("cop_blocks.InformationPage")),
        State("information", demo.pages[f"cop_blocks.InformationPage {language}"][1]),
        State("password", first("password")),
        State("not-found", f"/{language}/nergens-nowhere/", 404),
        State("broken", f"/{language}/break-down/", 500),
    ]
