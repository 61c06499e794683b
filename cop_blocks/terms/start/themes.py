"""Themes, levels of government, and the free keywords."""

from cop_blocks.terms.start.data import OFFERS, StartTerm, StartVocabulary

THEMES = StartVocabulary(
    code="theme",
    nl="Thema",
    en="Theme",
    help_nl="Waar gaat het over? Kies er niet meer dan nodig.",
    help_en="What is it about? Choose no more than needed.",
    terms=(
        StartTerm(
            "digitalisation",
            "Digitalisering",
            "Digitalisation",
            other_nl=("Digitale transformatie", "Digitaal"),
            other_en=("Digitalization", "Digital transformation"),
            palette="indigo",
            mark="dots",
        ),
        StartTerm(
            "circular",
            "Circulair en duurzaam",
            "Circular and sustainable",
            other_nl=("Circulaire economie", "Circulair", "Duurzaamheid", "Verduurzaming"),
            other_en=("Circular economy", "Sustainability"),
            palette="green",
            mark="cycle",
        ),
        StartTerm(
            "human-capital",
            "Menselijk kapitaal",
            "Human capital",
            other_nl=("Human capital", "Scholing", "Leven lang ontwikkelen"),
            other_en=("Skills", "Lifelong learning"),
            palette="brick",
            mark="people",
        ),
        StartTerm(
            "ecosystem",
            "Ecosysteem",
            "Ecosystem",
            other_nl=("Samenwerking", "Regionaal ecosysteem"),
            other_en=("Collaboration", "Regional ecosystem"),
            palette="plum",
            mark="network",
        ),
    ),
)

LEVELS = StartVocabulary(
    code="level",
    nl="Niveau",
    en="Level",
    help_nl="Op welke schaal wordt het aangeboden?",
    help_en="At which scale is it offered?",
    terms=(
        StartTerm("local", "Lokaal", "Local", other_nl=("Gemeentelijk",), other_en=("Municipal",)),
        StartTerm("regional", "Regionaal", "Regional"),
        StartTerm("provincial", "Provinciaal", "Provincial"),
        StartTerm("national", "Landelijk", "National", other_nl=("Nationaal", "Rijk")),
        StartTerm("european", "Europees", "European", other_nl=("EU",), other_en=("EU",)),
    ),
    page_types=OFFERS,
    flags={"is_multiple": False},
)

KEYWORDS = StartVocabulary(
    code="keyword",
    nl="Trefwoorden",
    en="Keywords",
    help_nl="Woorden waarop bezoekers zoeken. Bekende woorden verschijnen tijdens het typen.",
    help_en="Words that visitors search for. Known words are offered while you type.",
    flags={"is_free": True, "is_facet": False},
)
