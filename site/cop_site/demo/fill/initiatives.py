from datetime import timedelta
from pathlib import Path
from typing import Any

from cop_catalog.importing import import_initiatives
from cop_catalog.models import InitiativeOrganisation, InitiativePage
from cop_site.demo.content.examples import EXAMPLES, ExampleData
from cop_site.demo.content.initiatives_en import INITIATIVES_EN
from cop_site.demo.fill.author import SOURCE, TRANSLATION, Author
from cop_site.demo.fill.bodies import body, text

LIST = Path(__file__).resolve().parents[1] / "data" / "initiatives.csv"


def import_list(author: Author) -> None:
    """The rows of the spreadsheet as a partner would import them, and their English."""
    import_initiatives(LIST, author.planned_page("catalogue", SOURCE), user=author.user)
    pages = InitiativePage.objects.filter(
        locale=author.locales[SOURCE], external_id__in=INITIATIVES_EN
    )
    for page in pages:
        title, summary = INITIATIVES_EN[page.external_id]
        author.translate(page, {"title": title, "summary": summary})


def fill_examples(author: Author) -> None:
    catalogue = author.planned_page("catalogue", SOURCE)
    for data in EXAMPLES:
        page = author.add(catalogue, _example(author, data))
        author.examples[data.code] = page
        author.translate(page, _texts(data, TRANSLATION))


def _example(author: Author, data: ExampleData) -> InitiativePage:
    days = {name: author.today + timedelta(days=away) for name, away in data.days.items()}
    page = InitiativePage(
        slug="",
        external_id=f"voorbeeld-{data.code}",
        contact=author.people[data.contact] if data.contact else None,
        verified_by=author.organisations["desk"],
        successor=author.examples.get(data.successor),
        **data.facts,
        **days,
        **_texts(data, SOURCE),
    )
    author.add_terms(page, data.terms)
    for order, (key, role) in enumerate(data.organisations):
        page.organisation_rows.add(
            InitiativeOrganisation(
                organisation=author.organisations[key], role=role, sort_order=order
            )
        )
    return page


def _texts(data: ExampleData, language: str) -> dict[str, Any]:
    return {
        "title": data.title[language],
        "summary": data.summary[language],
        "body": body(text(data.body[language])),
        "requirements": data.requirements[language],
        "costs_note": data.costs_note[language],
        "state_reason": data.state_reason[language],
    }
