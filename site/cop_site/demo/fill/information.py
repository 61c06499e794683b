from cop_blocks.models import SiteSettings
from cop_site.demo.content.information import CATALOGUE_INTRODUCTION, CONTACT_EMAIL, PAGES
from cop_site.demo.fill.author import LANGUAGES, Author
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
    settings = SiteSettings.for_site(author.site)
    settings.organiser = author.organisations["community"]
    settings.contact_email = CONTACT_EMAIL
    settings.save()
