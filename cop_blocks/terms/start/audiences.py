"""For whom: businesses by size, stage and sector, people, and organisations around them."""

from cop_blocks.models import Vocabulary
from cop_blocks.terms.start.data import StartTerm, StartVocabulary

_BUSINESSES = (
    StartTerm("business-size", "Grootte van het bedrijf", "Size of the business"),
    StartTerm(
        "self-employed",
        "Zelfstandigen",
        "Self-employed",
        within="business-size",
        other_nl=("Zzp", "Zzp'ers", "Zelfstandige"),
        other_en=("Freelancers", "Sole traders"),
    ),
    StartTerm(
        "sme",
        "Mkb",
        "SMEs",
        within="business-size",
        other_nl=("Midden- en kleinbedrijf", "Mkb-bedrijven"),
        other_en=("SME", "Small and medium-sized businesses"),
    ),
    StartTerm(
        "large-business",
        "Groot bedrijf",
        "Large businesses",
        within="business-size",
        other_nl=("Grootbedrijf", "Grote bedrijven"),
        other_en=("Large business",),
    ),
    StartTerm("business-stage", "Fase van het bedrijf", "Stage of the business"),
    StartTerm(
        "start-up",
        "Start-ups",
        "Start-ups",
        within="business-stage",
        other_nl=("Startups", "Startup", "Starters", "Startende ondernemers"),
        other_en=("Startups", "Startup", "Starting entrepreneurs"),
    ),
    StartTerm(
        "scale-up",
        "Scale-ups",
        "Scale-ups",
        within="business-stage",
        other_nl=("Scaleups", "Groeiende bedrijven"),
        other_en=("Scaleups", "Growing businesses"),
    ),
)

_SECTORS = (
    StartTerm("sector", "Sector", "Sector", other_nl=("Branche",)),
    StartTerm(
        "manufacturing",
        "Maakindustrie",
        "Manufacturing",
        within="sector",
        other_nl=("Industrie",),
        other_en=("Industry",),
    ),
    StartTerm(
        "hospitality",
        "Horeca en recreatie",
        "Hospitality and leisure",
        within="sector",
        other_nl=("Horeca", "Recreatie"),
        other_en=("Hospitality", "Leisure"),
    ),
    StartTerm(
        "agriculture",
        "Landbouw",
        "Agriculture",
        within="sector",
        other_nl=("Land- en tuinbouw", "Tuinbouw"),
        other_en=("Farming", "Horticulture"),
    ),
    StartTerm(
        "design",
        "Ontwerpers",
        "Designers",
        within="sector",
        other_nl=("Creatieve sector",),
        other_en=("Creative sector",),
    ),
    StartTerm(
        "supply-chains", "Ketens", "Supply chains", within="sector", other_nl=("Ketenpartners",)
    ),
)

_PEOPLE = (
    StartTerm("people", "Mensen", "People"),
    StartTerm(
        "employees",
        "Werknemers",
        "Employees",
        within="people",
        other_nl=("Medewerkers",),
        other_en=("Staff",),
    ),
    StartTerm(
        "job-seekers",
        "Werkzoekenden",
        "Job seekers",
        within="people",
        other_en=("Jobseekers", "People looking for work"),
    ),
)

_ORGANISATIONS = (
    StartTerm("organisations", "Organisaties", "Organisations"),
    StartTerm(
        "education",
        "Onderwijs",
        "Education",
        within="organisations",
        other_nl=("Onderwijsinstellingen", "Scholen"),
        other_en=("Schools",),
    ),
    StartTerm(
        "knowledge-institutions",
        "Kennisinstellingen",
        "Knowledge institutions",
        within="organisations",
    ),
    StartTerm(
        "governments",
        "Overheden",
        "Governments",
        within="organisations",
        other_nl=("Overheid",),
        other_en=("Government", "Public authorities"),
    ),
    StartTerm(
        "municipalities",
        "Gemeenten",
        "Municipalities",
        within="governments",
        other_nl=("Gemeente",),
        other_en=("Municipality",),
    ),
)

AUDIENCES = StartVocabulary(
    code="audience",
    nl="Doelgroep",
    en="For whom",
    help_nl="Voor wie is het bedoeld?",
    help_en="Whom is it for?",
    terms=(*_BUSINESSES, *_SECTORS, *_PEOPLE, *_ORGANISATIONS),
    match=Vocabulary.Match.WITHIN,
    flags={"is_hierarchical": True},
)
