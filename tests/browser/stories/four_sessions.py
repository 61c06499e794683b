"""Run inside the demo: a new series of four sessions, in Dutch alone."""

import json
from datetime import date
from typing import Any

from wagtail.models import Locale

from cop_events.models import SessionIndexPage, SessionPage, SessionQuestion

#: Dutch -> English, of every text that a translator is to write.
TEXTS = {
    "Digitalisering": "Digitalisation",
    "Circulair": "Circular economy",
    "Mensen": "Human capital",
    "Samen": "The ecosystem as a whole",
    "Wie helpt de bakker met zijn kassa?": "Who helps the baker with the till?",
    "Wie haalt het afval op?": "Who collects the waste?",
    "Waar vind je een leerling?": "Where do you find an apprentice?",
    "Wie kent wie?": "Who knows whom?",
    "kievit": "sessions-of-the-lapwing",
    "Sessies van de kievit": "Sessions of the lapwing",
}
SESSIONS = (
    ("Digitalisering", "Wie helpt de bakker met zijn kassa?"),
    ("Circulair", "Wie haalt het afval op?"),
    ("Mensen", "Waar vind je een leerling?"),
    ("Samen", "Wie kent wie?"),
)
SERIES = "Sessies van de kievit"


def make(mark: str) -> None:
    """Prints the keys of the series and of its sessions in their order, the address of the series
    and that of the English page that it is to stand below."""
    index = SessionIndexPage.objects.filter(locale__language_code="nl").first()
    series = _publish(index, SessionIndexPage(title=f"{SERIES} {mark}", slug=f"kievit-{mark}"))
    keys = []
    for number, (title, question) in enumerate(SESSIONS, 1):
        session = SessionPage(
            title=f"{title} {mark}",
            slug=f"{title.lower()}-{mark}",
            number=number,
            precision="month",
            start_date=date(2027, number, 1),
        )
        session.question_rows = [SessionQuestion(text=question, locale=index.locale, sort_order=0)]
        keys.append(_publish(series, session).pk)
    english = index.get_translation(Locale.objects.get(language_code="en"))
    made = {"series": series.pk, "sessions": keys, "url": series.url, "english": english.url}
    print("MADE", json.dumps(made))


def _publish(parent: Any, page: Any) -> Any:
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
