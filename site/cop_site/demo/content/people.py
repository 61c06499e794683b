"""Invented organisations and people; their names say so."""

from dataclasses import dataclass

from cop_site.demo.content.both import Both


@dataclass(frozen=True, slots=True)
class OrganisationData:
    key: str
    name: str
    kind: str
    level: str
    description: Both


@dataclass(frozen=True, slots=True)
class PersonData:
    key: str
    name: str
    organisation: str
    job_title: Both
    description: Both


ORGANISATIONS = (
    OrganisationData(
        "community",
        "Community Voorbeeld",
        "network",
        "provincial",
        Both(
            "Verzonnen organisator van de sessies in deze demonstratie.",
            "Invented organiser of the sessions in this demonstration.",
        ),
    ),
    OrganisationData(
        "municipality",
        "Gemeente Voorbeeldstad",
        "public",
        "local",
        Both(
            "Verzonnen gemeente met een eigen ondernemersloket.",
            "Invented municipality with a business desk of its own.",
        ),
    ),
    OrganisationData(
        "university",
        "Hogeschool Voorbeeld",
        "education",
        "regional",
        Both(
            "Verzonnen hogeschool waar studenten aan vragen van ondernemers werken.",
            "Invented university of applied sciences where students work on entrepreneurs’ "
            "questions.",
        ),
    ),
    OrganisationData(
        "college",
        "Vakschool Voorbeeld",
        "education",
        "regional",
        Both(
            "Verzonnen mbo-school voor techniek en ambacht.",
            "Invented vocational college for technology and crafts.",
        ),
    ),
    OrganisationData(
        "bank",
        "Coöperatieve Bank Voorbeeld",
        "private",
        "national",
        Both(
            "Verzonnen bank die leningen voor verduurzaming verstrekt.",
            "Invented bank that lends for sustainability.",
        ),
    ),
    OrganisationData(
        "metal",
        "Metaalbewerking Voorbeeld",
        "business",
        "local",
        Both(
            "Verzonnen maakbedrijf met 34 medewerkers.",
            "Invented manufacturing business with 34 employees.",
        ),
    ),
    OrganisationData(
        "bakery",
        "Bakkerij Voorbeeld",
        "business",
        "local",
        Both(
            "Verzonnen ambachtelijke bakkerij met drie winkels.",
            "Invented craft bakery with three shops.",
        ),
    ),
    OrganisationData(
        "network",
        "Ondernemersnetwerk Voorbeeld",
        "network",
        "regional",
        Both(
            "Verzonnen netwerk van ondernemers op vier bedrijventerreinen.",
            "Invented network of entrepreneurs on four business estates.",
        ),
    ),
    OrganisationData(
        "desk",
        "Loket Voorbeeld",
        "public",
        "provincial",
        Both(
            "Verzonnen loket dat de voorbeeldregelingen in deze demonstratie uitvoert.",
            "Invented desk that runs the example schemes in this demonstration.",
        ),
    ),
)

_NOTE = Both("Verzonnen persoon.", "Invented person.")

PEOPLE = (
    PersonData(
        "host",
        "Marijke Voorbeeld",
        "community",
        Both("Programmamanager", "Programme manager"),
        _NOTE,
    ),
    PersonData(
        "adviser",
        "Youssef Voorbeeld",
        "municipality",
        Both("Bedrijfscontactfunctionaris", "Business liaison officer"),
        _NOTE,
    ),
    PersonData(
        "teacher",
        "Ilse Voorbeeld",
        "university",
        Both(
            "Docent-onderzoeker digitale bedrijfsvoering",
            "Lecturer and researcher in digital business",
        ),
        _NOTE,
    ),
    PersonData("baker", "Tom Voorbeeld", "bakery", Both("Eigenaar", "Owner"), _NOTE),
    PersonData("maker", "Anouk Voorbeeld", "metal", Both("Directeur", "Director"), _NOTE),
    PersonData(
        "banker",
        "Ravi Voorbeeld",
        "bank",
        Both("Adviseur duurzaam financieren", "Adviser on sustainable finance"),
        _NOTE,
    ),
    PersonData(
        "estate",
        "Fatma Voorbeeld",
        "network",
        Both("Parkmanager", "Business estate manager"),
        _NOTE,
    ),
    PersonData(
        "coach", "Gerrit Voorbeeld", "college", Both("Praktijkbegeleider", "Workplace coach"), _NOTE
    ),
)
