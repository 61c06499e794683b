"""What an editor sends from the forms, and what they read in the answer."""

from typing import Any

from django.urls import reverse

from tests.rights import words
from tests.search.factories import locale

BETS = "wagtailsnippets_cop_search_bestbet"
SYNONYMS = "wagtailsnippets_cop_search_synonym"


def address(base: str, name: str, *args: Any) -> str:
    return reverse(f"{base}:{name}", args=args)


def synonym_data(given: str, also_finds: str = "", **more: Any) -> dict[str, Any]:
    return {"locale": locale("nl").pk, "words": given, "also_finds": also_finds, **more}


def bet_data(given: str, *pages: Any, **more: Any) -> dict[str, Any]:
    data = {
        "locale": locale("nl").pk,
        "words": given,
        "pages-TOTAL_FORMS": len(pages),
        "pages-INITIAL_FORMS": 0,
        "pages-MIN_NUM_FORMS": 1,
        "pages-MAX_NUM_FORMS": 5,
    }
    for number, page in enumerate(pages):
        data |= {
            f"pages-{number}-page": page.pk,
            f"pages-{number}-ORDER": number + 1,
            f"pages-{number}-id": "",
            f"pages-{number}-DELETE": "",
        }
    return data | more


def errors(screen: Any) -> list[str]:
    """What the form says is wrong."""
    return [words(each) for each in screen.select(".error-message")]


def messages(screen: Any) -> list[str]:
    return [words(each) for each in screen.select(".messages li")]
