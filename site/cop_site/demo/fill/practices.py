from typing import Any

from cop_catalog.models import GoodPracticePage
from cop_site.demo.content.practices import PRACTICES, PracticeData
from cop_site.demo.fill.author import SOURCE, TRANSLATION, Author


def fill_practices(author: Author) -> None:
    parent = author.planned_page("good-practices", SOURCE)
    for data in PRACTICES:
        page = author.add(parent, _practice(author, data))
        author.translate(page, _texts(data, TRANSLATION))


def _practice(author: Author, data: PracticeData) -> GoodPracticePage:
    page = GoodPracticePage(**_texts(data, SOURCE))
    author.add_terms(page, data.terms)
    for order, key in enumerate(data.organisations):
        _add(
            page.organisation_rows,
            order,
            organisation=author.organisations[key],
            role="by" if not order else "with",
        )
    _add(page.session_rows, 0, page=author.sessions[data.session])
    for order, code in enumerate(data.examples):
        _add(page.initiative_rows, order, page=author.examples[code])
    return page


def _add(manager: Any, order: int, **values: Any) -> None:
    manager.add(manager.model(sort_order=order, **values))


def _texts(data: PracticeData, language: str) -> dict[str, str]:
    return {
        "title": data.title[language],
        "slug": data.slug[language],
        "summary": data.summary[language],
        "what_was_done": f"<p>{data.what_was_done[language]}</p>",
        "for_whom": f"<p>{data.for_whom[language]}</p>",
        "what_changed": f"<p>{data.what_changed[language]}</p>",
        "how_tested": f"<p>{data.how_tested[language]}</p>",
    }
