"""The four sessions. Days are counted from the day on which the demonstration is filled."""

from dataclasses import dataclass
from datetime import time

from cop_site.demo.content.both import Both


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a programme; ``speakers`` are keys of people, at most two."""

    starts_at: time
    ends_at: time
    title: Both
    description: Both
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionData:
    number: int
    theme: str
    title: Both
    slug: Both
    introduction: Both
    body: Both
    questions: tuple[Both, Both, Both]
    #: Days from today; ``None`` where only two months are known, about a hundred days from now.
    in_days: int | None
    mode: str = "onsite"
    venue: str = ""
    address: str = ""
    accessibility: Both = Both("", "")
    capacity: int | None = None
    attendance: int | None = None
    report: Both = Both("", "")
    #: What a participant said, and who; shown with the report.
    quote: Both = Both("", "")
    said_by: Both = Both("", "")
    #: Key figures of the report: the figure, and what it says.
    figures: tuple[tuple[str, Both], ...] = ()
    programme: tuple[Part, ...] = ()
    organisations: tuple[str, ...] = ()
    #: A paper to download, and something to see on another site.
    material: Both | None = None
    elsewhere: Both | None = None


STARTS_AT = time(13, 0)
ENDS_AT = time(17, 0)

_WELCOME = Both("Ontvangst en kennismaking", "Welcome and introductions")
_CLOSE = Both("Oogst en afronding", "Harvest and closing")
_EXPLORE = Both("Verkennen in groepen", "Exploring in groups")


def _programme(talk: Both, about: Both, speakers: tuple[str, ...], group: Both) -> tuple[Part, ...]:
    none = Both("", "")
    return (
        Part(time(13, 0), time(13, 30), _WELCOME, none, ("host",)),
        Part(time(13, 30), time(14, 30), talk, about, speakers),
        Part(time(14, 45), time(16, 15), _EXPLORE, group),
        Part(
            time(16, 15),
            time(17, 0),
            _CLOSE,
            Both(
                "Elke groep noemt één kans waarvoor partijen elkaar nodig hebben.",
                "Each group names one opportunity for which parties need one another.",
            ),
            ("host",),
        ),
    )


SESSIONS = (
    SessionData(
        number=1,
        theme="digitalisation",
        title=Both(
            "Van de eerste digitale stap naar de volgende",
            "From the first digital step to the next",
        ),
        slug=Both("sessie-1-digitalisering", "session-1-digitalisation"),
        introduction=Both(
            "Hoe helpen we bedrijven van de eerste digitale stap naar de volgende? Met drie "
            "voorbeelden "
            "uit de praktijk en een rondgang langs wat er in de regio al is.",
            "How do we help businesses from their first digital step to the next? With three "
            "examples "
            "from practice and a tour of what the region already offers.",
        ),
        body=Both(
            "<p>In deze sessie keken we naar bedrijven die wel willen, maar niet weten waar ze "
            "moeten "
            "beginnen. Niet de techniek stond centraal, maar de weg ernaartoe: wie komt er als "
            "eerste "
            "over de vloer, en wie daarna?</p>",
            "<p>In this session we looked at businesses that are willing but do not know where to "
            "begin. "
            "Not the technology stood in the middle but the way towards it: who is the first to "
            "visit, "
            "and who comes next?</p>",
        ),
        questions=(
            Both(
                "Hoe laten we ondernemers zien wat digitaliseren hun oplevert, in de taal van hun "
                "eigen vak?",
                "How do we show entrepreneurs what digitalisation brings them, in the language of "
                "their "
                "own trade?",
            ),
            Both(
                "Welke scans, vouchers, werkplaatsen en adviseurs zijn er, en waar versterken zij "
                "elkaar?",
                "Which scans, vouchers, workshops and advisers are there, and where do they "
                "reinforce one "
                "another?",
            ),
            Both(
                "Hoe brengen we een bedrijf na de eerste stap bij de partij die de volgende kan "
                "zetten?",
                "After the first step, how do we bring a business to the party that can take the "
                "next?",
            ),
        ),
        in_days=-154,
        venue="Werkplaats Voorbeeld",
        address="Voorbeeldkade 12, Rotterdam",
        accessibility=Both(
            "Lift, aangepast toilet en ringleiding. De tramhalte is op 200 meter.",
            "Lift, accessible toilet and hearing loop. The tram stop is 200 metres away.",
        ),
        capacity=60,
        attendance=47,
        programme=_programme(
            Both("Van overtypen naar koppelen", "From retyping to connecting"),
            Both(
                "Een bakker en een docent vertellen hoe studenten in zes weken een bestelproces "
                "ombouwden.",
                "A baker and a lecturer tell how students rebuilt an ordering process in six "
                "weeks.",
            ),
            ("teacher", "baker"),
            Both(
                "Per tafel volgen we één bedrijf langs scan, advies, geld en uitvoering. Waar "
                "hapert het?",
                "Each table follows one business along scan, advice, money and execution. Where "
                "does it "
                "stall?",
            ),
        ),
        organisations=("community", "municipality", "university", "bakery", "metal"),
        report=Both(
            "<h3>Wat we leerden</h3>"
            "<p>Bedrijven haken af tussen de scan en de eerste stap. De scan geeft een lijst; wat "
            "ontbreekt "
            "is iemand die er één ding van maakt. Waar een adviseur binnen twee weken terugbelde, "
            "ging het "
            "merendeel door.</p>"
            "<h3>Kansen om samen op te pakken</h3>"
            "<ul><li>Wie een scan afneemt, krijgt meteen een afspraak met een werkplaats bij hem "
            "in de "
            "buurt.</li><li>Werkplaatsen spreken af welke vragen zij naar elkaar "
            "doorsturen.</li></ul>",
            "<h3>What we learnt</h3>"
            "<p>Businesses drop out between the scan and the first step. The scan gives a list; "
            "what is "
            "missing is somebody who turns it into one thing. Where an adviser called back within "
            "two "
            "weeks, most went on.</p>"
            "<h3>Opportunities to take up together</h3>"
            "<ul><li>Those who do a scan at once get an appointment with a workshop nearby.</li>"
            "<li>Workshops agree which questions they pass on to one another.</li></ul>",
        ),
        quote=Both(
            "Een lijst met twaalf verbeterpunten is voor een bakker geen advies maar huiswerk.",
            "For a baker a list of twelve improvements is not advice but homework.",
        ),
        said_by=Both("Tom Voorbeeld, eigenaar van een bakkerij", "Tom Voorbeeld, bakery owner"),
        figures=(
            ("47", Both("deelnemers uit 19 organisaties", "participants from 19 organisations")),
            (
                "14",
                Both(
                    "dagen is te lang wachten na een scan", "days is too long a wait after a scan"
                ),
            ),
            ("3", Both("kansen om samen op te pakken", "opportunities to take up together")),
        ),
        material=Both("Werkblad: van scan naar eerste stap", "Worksheet: from scan to first step"),
        elsewhere=Both("De dia’s van deze middag", "The slides of this afternoon"),
    ),
    SessionData(
        number=2,
        theme="circular",
        title=Both(
            "Samen van reststroom naar grondstof",
            "Together from waste to raw material",
        ),
        slug=Both("sessie-2-circulaire-economie", "session-2-circular-economy"),
        introduction=Both(
            "Verduurzamen begint vaak bij de rekening en eindigt in de keten. Hoe krijgen we "
            "buren, "
            "leveranciers en financiers tegelijk aan tafel?",
            "Becoming sustainable often begins with the bill and ends in the chain. How do we get "
            "neighbours, suppliers and financiers to the table at the same time?",
        ),
        body=Both(
            "<p>We bezochten een bedrijventerrein waar ondernemers reststromen en warmte delen, "
            "en namen de "
            "vraag mee wat daarvan op andere terreinen kan.</p>",
            "<p>We visited a business estate where entrepreneurs share residual materials and "
            "heat, and took "
            "along the question what of it would work on other estates.</p>",
        ),
        questions=(
            Both(
                "Hoe maken we de kosten van verspilling zichtbaar voor een ondernemer die er niet "
                "naar zoekt?",
                "How do we make the cost of waste visible to an entrepreneur who is not looking "
                "for it?",
            ),
            Both(
                "Welke regelingen, leningen en netwerken zijn er, en welke volgorde werkt voor "
                "een bedrijf?",
                "Which schemes, loans and networks are there, and which order works for a "
                "business?",
            ),
            Both(
                "Hoe helpen we ketens en bedrijventerreinen om samen verder te gaan dan één "
                "bedrijf kan?",
                "How do we help chains and business estates to go further together than one "
                "business can?",
            ),
        ),
        in_days=-47,
        mode="hybrid",
        venue="Bedrijventerrein Voorbeeldpolder",
        address="Voorbeeldweg 8, Dordrecht",
        accessibility=Both(
            "Begane grond, aangepast toilet. De rondgang gaat over verhard terrein.",
            "Ground floor, accessible toilet. The tour follows paved ground.",
        ),
        capacity=50,
        attendance=39,
        programme=_programme(
            Both("Een terrein dat warmte deelt", "An estate that shares heat"),
            Both(
                "De parkmanager en de bank vertellen hoe zestien bedrijven tot één contract "
                "kwamen.",
                "The estate manager and the bank tell how sixteen businesses arrived at one "
                "contract.",
            ),
            ("estate", "banker"),
            Both(
                "Per keten tekenen we wie wat weggooit, wie dat kan gebruiken en wie hen "
                "samenbrengt.",
                "For each chain we draw who throws out what, who can use it and who brings them "
                "together.",
            ),
        ),
        organisations=("community", "network", "bank", "municipality", "metal"),
        report=Both(
            "<h3>Wat we leerden</h3>"
            "<p>Een terrein komt in beweging als één ondernemer begint en de buren de cijfers "
            "mogen zien. "
            "Vertrouwen ontstond pas toen de kosten van het onderzoek vooraf waren verdeeld.</p>"
            "<h3>Kansen om samen op te pakken</h3>"
            "<ul><li>Eén standaardafspraak voor het delen van verbruikscijfers.</li><li>Banken en "
            "netwerken "
            "bezoeken een terrein samen, niet na elkaar.</li></ul>",
            "<h3>What we learnt</h3>"
            "<p>An estate starts to move when one entrepreneur begins and the neighbours may see "
            "the "
            "figures. Trust only came when the cost of the study had been divided beforehand.</p>"
            "<h3>Opportunities to take up together</h3>"
            "<ul><li>One standard agreement for sharing consumption figures.</li><li>Banks and "
            "networks "
            "visit an estate together, not one after the other.</li></ul>",
        ),
        material=Both(
            "Voorbeeldafspraak voor het delen van cijfers", "Example agreement on sharing figures"
        ),
    ),
    SessionData(
        number=3,
        theme="human-capital",
        title=Both(
            "Mensen vinden, behouden en laten leren",
            "Finding people, keeping them and helping them learn",
        ),
        slug=Both("sessie-3-menselijk-kapitaal", "session-3-human-capital"),
        introduction=Both(
            "Elk bedrijf zoekt mensen, en bijna geen bedrijf heeft tijd om ze te laten leren. Wat "
            "helpt een bedrijf zonder personeelsafdeling, en hoe weten we dat het helpt?",
            "Every business looks for people, and hardly any has the time to help them learn. What "
            "helps a business without a personnel department, and how do we know that it helps?",
        ),
        body=Both(
            "<p>Neem een bedrijf in gedachten dat u zelf hebt begeleid. In groepen leggen we uw "
            "ervaring naast "
            "die van scholen en werkgeversdiensten, en zoeken we waar een vraag blijft liggen.</p>",
            "<p>Bring to mind a business that you have guided yourself. In groups we put your "
            "experience beside "
            "that of schools and employer services, and look for where a question gets stuck.</p>",
        ),
        questions=(
            Both(
                "Hoe maken we ondernemers ervan bewust dat leren op het werk hun vacatures "
                "kleiner maakt?",
                "How do we make entrepreneurs aware that learning at work makes their vacancies "
                "smaller?",
            ),
            Both(
                "Welke instrumenten en rollen zijn er voor werven, opleiden en behouden, en hoe "
                "versterken "
                "zij elkaar?",
                "Which instruments and roles are there for recruiting, training and keeping "
                "people, and how do "
                "they reinforce one another?",
            ),
            Both(
                "Hoe verbinden we een bedrijf met de school of begeleider die het verder kan "
                "helpen?",
                "How do we connect a business with the school or coach that can help it further?",
            ),
        ),
        in_days=10,
        venue="Vakschool Voorbeeld",
        address="Voorbeeldplein 3, Den Haag",
        accessibility=Both(
            "Lift, aangepast toilet, ringleiding en een stille ruimte. Parkeren voor de deur kan "
            "op aanvraag.",
            "Lift, accessible toilet, hearing loop and a quiet room. Parking at the door on "
            "request.",
        ),
        capacity=60,
        programme=_programme(
            Both("De begeleider die langskomt", "The coach who comes by"),
            Both(
                "Een praktijkbegeleider en een directeur over twee jaar leren tussen de machines.",
                "A workplace coach and a director on two years of learning between the machines.",
            ),
            ("coach", "maker"),
            Both(
                "Drie tafels, drie vragen: bewust maken, versterken, verbinden. U schuift twee "
                "keer door.",
                "Three tables, three questions: raising awareness, reinforcing, connecting. You "
                "move twice.",
            ),
        ),
        organisations=("community", "college", "metal", "municipality"),
    ),
    SessionData(
        number=4,
        theme="ecosystem",
        title=Both(
            "Van losse kansen naar gezamenlijke afspraken",
            "From separate opportunities to shared agreements",
        ),
        slug=Both("sessie-4-ecosysteem", "session-4-ecosystem"),
        introduction=Both(
            "Met de partijen die het aangaat werken we de kansen uit de eerste drie sessies uit "
            "tot afspraken, "
            "en spreken we af hoe we samen volgen wat het oplevert.",
            "With the parties concerned we turn the opportunities of the first three sessions "
            "into agreements, "
            "and agree how we follow together what comes of it.",
        ),
        body=Both(
            "<p>De datum volgt. Welke kansen op tafel komen, hangt af van wat de eerste drie "
            "sessies "
            "opleveren.</p>",
            "<p>The date will follow. Which opportunities come to the table depends on what the "
            "first three "
            "sessions bring.</p>",
        ),
        questions=(
            Both(
                "Hoe zorgen we dat een ondernemer overal hetzelfde antwoord krijgt, waar hij ook "
                "aanklopt?",
                "How do we see to it that an entrepreneur gets the same answer wherever they "
                "knock?",
            ),
            Both(
                "Welke rollen in de regio vullen elkaar aan, en waar doen partijen hetzelfde?",
                "Which roles in the region complement one another, and where do parties do the "
                "same?",
            ),
            Both(
                "Hoe verbinden we partijen zo dat we samen kunnen laten zien wat bedrijven eraan "
                "hebben?",
                "How do we connect parties so that together we can show what businesses gain from "
                "it?",
            ),
        ),
        in_days=None,
        organisations=("community",),
    ),
)
