"""Municipality in labour market region in province in country, for Zuid-Holland.

Municipalities as of 2023 (Voorne aan Zee). Two of them work with one region for work and with
another for the rest (Hardinxveld-Giessendam, Zuidplas): they stand in the province itself.
"""

from cop_blocks.models import Vocabulary
from cop_blocks.terms.start.data import StartTerm, StartVocabulary

_MUNICIPALITIES: dict[str, tuple[str, ...]] = {
    "rijnmond": (
        "Albrandswaard",
        "Barendrecht",
        "Capelle aan den IJssel",
        "Goeree-Overflakkee",
        "Hoeksche Waard",
        "Krimpen aan den IJssel",
        "Maassluis",
        "Nissewaard",
        "Ridderkerk",
        "Rotterdam",
        "Schiedam",
        "Vlaardingen",
        "Voorne aan Zee",
    ),
    "haaglanden": ("Delft", "Midden-Delfland", "Rijswijk", "Westland"),
    "zuid-holland-centraal": (
        "Lansingerland",
        "Leidschendam-Voorburg",
        "Pijnacker-Nootdorp",
        "Voorschoten",
        "Wassenaar",
        "Zoetermeer",
    ),
    "holland-rijnland": (
        "Alphen aan den Rijn",
        "Hillegom",
        "Kaag en Braassem",
        "Katwijk",
        "Leiden",
        "Leiderdorp",
        "Lisse",
        "Nieuwkoop",
        "Noordwijk",
        "Oegstgeest",
        "Teylingen",
        "Zoeterwoude",
    ),
    "midden-holland": ("Bodegraven-Reeuwijk", "Gouda", "Krimpenerwaard", "Waddinxveen"),
    "drechtsteden": (
        "Alblasserdam",
        "Dordrecht",
        "Hendrik-Ido-Ambacht",
        "Papendrecht",
        "Sliedrecht",
        "Zwijndrecht",
    ),
    "gorinchem": ("Gorinchem", "Molenlanden"),
    "zuid-holland": ("Hardinxveld-Giessendam", "Zuidplas"),
}

_REGIONS = (
    StartTerm("nl", "Nederland", "The Netherlands", other_nl=("Landelijk",), other_en=("Holland",)),
    StartTerm("zuid-holland", "Zuid-Holland", "South Holland", within="nl"),
    StartTerm(
        "rijnmond",
        "Rijnmond",
        "Rijnmond",
        within="zuid-holland",
        other_nl=("Regio Rotterdam",),
        other_en=("Rotterdam region",),
    ),
    StartTerm(
        "haaglanden",
        "Haaglanden",
        "Haaglanden",
        within="zuid-holland",
        other_nl=("Regio Den Haag",),
        other_en=("The Hague region",),
    ),
    StartTerm(
        "zuid-holland-centraal",
        "Zuid-Holland Centraal",
        "South Holland Central",
        within="zuid-holland",
    ),
    StartTerm("holland-rijnland", "Holland Rijnland", "Holland Rijnland", "zuid-holland"),
    StartTerm("midden-holland", "Midden-Holland", "Midden-Holland", "zuid-holland"),
    StartTerm("drechtsteden", "Drechtsteden", "Drechtsteden", "zuid-holland"),
    StartTerm(
        "gorinchem",
        "Regio Gorinchem",
        "Gorinchem region",
        within="zuid-holland",
        other_nl=("Arbeidsmarktregio Gorinchem",),
    ),
    StartTerm(
        "the-hague",
        "Den Haag",
        "The Hague",
        within="haaglanden",
        other_nl=("'s-Gravenhage",),
    ),
)


def _municipality(name: str, within: str) -> StartTerm:
    code = name.lower().replace(" ", "-")
    # The labour market region has the code of its largest municipality.
    return StartTerm(f"municipality-{code}" if code == within else code, name, name, within)


REGIONS = StartVocabulary(
    code="region",
    nl="Regio",
    en="Region",
    help_nl="Waar geldt het? Kies het grootste gebied dat klopt.",
    help_en="Where does it apply? Choose the largest area that is right.",
    terms=(
        *_REGIONS,
        *(
            _municipality(name, region)
            for region, names in _MUNICIPALITIES.items()
            for name in names
        ),
    ),
    match=Vocabulary.Match.OVERLAP,
    flags={"is_hierarchical": True},
)
