from datetime import date, timedelta
from typing import Any

from cop_events.models import SessionPage
from cop_site.demo.content.sessions import ENDS_AT, SESSIONS, STARTS_AT, SessionData
from cop_site.demo.fill.author import SOURCE, TRANSLATION, Author
from cop_site.demo.fill.bodies import body, figures, quote, text
from cop_site.demo.fill.files import add_document

#: How far away the first of the two months is of a session whose day is not known.
MONTHS_AHEAD = timedelta(days=100)
THURSDAY = 3
#: A host that is kept free for examples.
ELSEWHERE = "https://www.example.org/"


def fill_sessions(author: Author) -> None:
    series = author.planned_page("sessions", SOURCE)
    for data in SESSIONS:
        page = author.add(series, _session(author, data))
        author.sessions[data.number] = page
        author.translate(page, _texts(data, TRANSLATION), _row_texts(data, TRANSLATION))


def thursday_of(day: date) -> date:
    """The Thursday in the week of ``day``."""
    return day + timedelta(days=THURSDAY - day.weekday())


def _session(author: Author, data: SessionData) -> SessionPage:
    page = SessionPage(
        number=data.number,
        mode=data.mode,
        spoken_language=SOURCE,
        venue_name=data.venue,
        venue_address=data.address,
        capacity=data.capacity,
        attendance=data.attendance,
        **_when(author.today, data.in_days),
        **_texts(data, SOURCE),
    )
    author.add_terms(page, [("theme", data.theme), ("audience", "organisations")])
    _add_rows(page, "question_rows", _row_texts(data, SOURCE)["question_rows"])
    _add_rows(
        page,
        "programme_rows",
        [
            {**texts, **_part_facts(author, part)}
            for part, texts in zip(
                data.programme, _row_texts(data, SOURCE)["programme_rows"], strict=True
            )
        ],
    )
    speakers = dict.fromkeys(key for part in data.programme for key in part.speakers)
    _add_rows(page, "speaker_rows", [{"person": author.people[key]} for key in speakers])
    _add_rows(
        page,
        "organisation_rows",
        [{"organisation": author.organisations[key]} for key in data.organisations],
    )
    _add_rows(page, "material_rows", _materials(data))
    return page


def _materials(data: SessionData) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    if data.material:
        document = add_document(data.material, f"sessie-{data.number}")
        rows.append({"title": data.material.nl, "document": document})
    if data.elsewhere:
        rows.append({"title": data.elsewhere.nl, "url": ELSEWHERE})
    return rows


def _when(today: date, in_days: int | None) -> dict[str, Any]:
    if in_days is not None:
        day = thursday_of(today + timedelta(days=in_days))
        return {
            "precision": "time",
            "start_date": day,
            "start_time": STARTS_AT,
            "end_time": ENDS_AT,
        }
    first = (today + MONTHS_AHEAD).replace(day=1)
    # Any day of the second month says which month it is.
    second = (first + timedelta(days=31)).replace(day=1)
    return {"precision": "months", "start_date": first, "end_date": second}


def _texts(data: SessionData, language: str) -> dict[str, Any]:
    return {
        "title": data.title[language],
        "slug": data.slug[language],
        "introduction": data.introduction[language],
        "body": body(text(data.body[language])),
        "report": _report(data, language),
        "venue_accessibility": data.accessibility[language],
    }


def _report(data: SessionData, language: str) -> str:
    if not data.report.nl:
        return body()
    blocks = [text(data.report[language])]
    if data.figures:
        blocks.append(figures([(number, says[language]) for number, says in data.figures]))
    if data.quote.nl:
        blocks.append(quote(data.quote[language], data.said_by[language]))
    return body(*blocks)


def _row_texts(data: SessionData, language: str) -> dict[str, list[dict[str, str]]]:
    materials = [title for title in (data.material, data.elsewhere) if title]
    return {
        "question_rows": [{"text": question[language]} for question in data.questions],
        "programme_rows": [
            {"title": part.title[language], "description": part.description[language]}
            for part in data.programme
        ],
        "material_rows": [{"title": title[language]} for title in materials],
    }


def _part_facts(author: Author, part: Any) -> dict[str, Any]:
    speakers = [author.people[key] for key in part.speakers]
    return {
        "starts_at": part.starts_at,
        "ends_at": part.ends_at,
        "speaker": speakers[0] if speakers else None,
        "second_speaker": speakers[1] if len(speakers) > 1 else None,
    }


def _add_rows(page: Any, relation: str, rows: list[dict[str, Any]]) -> None:
    manager = getattr(page, relation)
    for order, values in enumerate(rows):
        manager.add(manager.model(sort_order=order, **values))
