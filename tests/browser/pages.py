"""Which addresses the browser tests look at."""

from tests.browser.conftest import Demo

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


def paths(demo: Demo, label: str, language: str) -> list[str]:
    """Pages of a type, in the states that look different."""
    if label == "cop_search.SearchPage":
        (search,) = demo.paths(label, language)
        word = {"nl": "digitaal", "en": "digital"}[language]
        return [search, f"{search}?q={word}", f"{search}?q=zzzzzz", f"{search}?q={word}&page=2"]
    if label == "cop_events.SessionPage":
        # Past, near, and known only by its months.
        return demo.paths(label, language, most=4)
    if label == "cop_catalog.InitiativePage":
        # Real ones, and the made-up ones in every state at the end.
        return demo.paths(label, language, most=7)[:1] + demo.pages[f"{label} {language}"][-6:]
    return demo.paths(label, language)
