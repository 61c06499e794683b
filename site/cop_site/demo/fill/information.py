from typing import Any

from cop_blocks.models import InformationPage, SiteSettings
from cop_site.demo.content.information import (
    ABOUT,
    ABOUT_INTRODUCTION,
    ABOUT_TITLE,
    CATALOGUE_INTRODUCTION,
    CONTACT_EMAIL,
    PAGES,
)
from cop_site.demo.fill.author import LANGUAGES, SOURCE, TRANSLATION, Author
from cop_site.demo.fill.bodies import body, text


def fill_information(author: Author) -> None:
    """The notes on the lists, the plain pages, and who stands behind the site."""
    for key, html in PAGES.items():
        for language in LANGUAGES:
            page = author.planned_page(key, language)
            page.body = body(text(html[language]))
            if key == "catalogue":
                # Above the list too: its note below comes after twenty results.
                page.introduction = CATALOGUE_INTRODUCTION[language]
            author.publish(page)
    about = author.add(author.site.root_page, InformationPage(**_about(SOURCE)))
    author.translate(about, _about(TRANSLATION))
    settings = SiteSettings.for_site(author.site)
    settings.about_page = about
    settings.organiser = author.organisations["community"]
    settings.contact_email = CONTACT_EMAIL
    settings.save()


def _about(language: str) -> dict[str, Any]:
    return {
        "title": ABOUT_TITLE[language],
        "introduction": ABOUT_INTRODUCTION[language],
        "body": body(text(ABOUT[language])),
    }
