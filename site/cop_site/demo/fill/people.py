from cop_blocks.models import Organisation, OrganisationText, Person, PersonText
from cop_site.demo.content.people import ORGANISATIONS, PEOPLE
from cop_site.demo.fill.author import LANGUAGES, Author
from cop_site.demo.fill.files import logo_of


def add_people(author: Author) -> None:
    """The invented organisations, and the people who work there."""
    for number, data in enumerate(ORGANISATIONS):
        organisation = Organisation(
            name=data.name,
            kind=data.kind,
            level=data.level,
            website=f"https://{data.key}.example/",
            email=f"info@{data.key}.example",
            logo=logo_of(data.name, number),
        )
        organisation.texts = [
            OrganisationText(language=language, description=data.description[language])
            for language in LANGUAGES
        ]
        organisation.full_clean()
        organisation.save()
        author.organisations[data.key] = organisation
    for entry in PEOPLE:
        person = Person(
            name=entry.name,
            organisation=author.organisations[entry.organisation],
            photo=author.pictures.get(entry.key),
            email=f"{entry.key}@voorbeeld.example",
        )
        person.texts = [
            PersonText(
                language=language,
                job_title=entry.job_title[language],
                description=entry.description[language],
            )
            for language in LANGUAGES
        ]
        person.full_clean()
        person.save()
        author.people[entry.key] = person
