from cop_site.demo.content.themes import THEMES
from cop_site.demo.fill.author import LANGUAGES, Author
from cop_site.demo.fill.bodies import body, text


def fill_themes(author: Author) -> None:
    """Write the texts into the pages that setup made for the themes."""
    for theme in THEMES:
        for language in LANGUAGES:
            page = author.planned_page(f"theme-{theme.code}", language)
            page.introduction = theme.introduction[language]
            page.body = body(text(theme.body[language]))
            author.publish(page)
