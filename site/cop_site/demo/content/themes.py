"""The four themes: code of the term, then what its page says."""

from dataclasses import dataclass

from cop_site.demo.content.both import Both


@dataclass(frozen=True, slots=True)
class Theme:
    code: str
    introduction: Both
    body: Both


THEMES = (
    Theme(
        "digitalisation",
        Both(
            "Van veilig werken tot data en slimme productie: digitale techniek scheelt "
            "ondernemers tijd, "
            "fouten en kosten. De meeste bedrijven weten dat wel, maar niet waar ze moeten "
            "beginnen.",
            "From working safely to data and smart production: digital tools save entrepreneurs "
            "time, "
            "mistakes and money. Most businesses know that, but not where to begin.",
        ),
        Both(
            "<h2>Begin bij het werk, niet bij de techniek</h2>"
            "<p>Een bakker die elke avond de bestellingen overtypt, heeft geen digitale strategie "
            "nodig. "
            "Hij heeft één stap nodig die morgen werkt. Adviseurs die bij die stap beginnen, "
            "komen later "
            "vanzelf bij de volgende.</p>"
            "<h2>Van weten naar doen</h2>"
            "<p>Scans, vouchers, studenten en proefopstellingen bestaan naast elkaar. In dit "
            "thema kijken we "
            "in welke volgorde zij een bedrijf het verst brengen, en wie het stokje aan wie "
            "doorgeeft.</p>",
            "<h2>Start from the work, not from the technology</h2>"
            "<p>A baker who types in the orders again every evening does not need a digital "
            "strategy. He "
            "needs one step that works tomorrow. Advisers who start with that step get to the "
            "next one in "
            "due course.</p>"
            "<h2>From knowing to doing</h2>"
            "<p>Scans, vouchers, students and test facilities exist side by side. In this theme "
            "we look at "
            "the order in which they take a business furthest, and at who hands over to whom.</p>",
        ),
    ),
    Theme(
        "circular",
        Both(
            "Minder grondstof, minder energie, nieuwe verdienmodellen. Verduurzamen lukt zelden "
            "in één bedrijf: "
            "de leverancier, de klant en de buurman op het bedrijventerrein horen erbij.",
            "Less raw material, less energy, new ways to earn. Becoming sustainable rarely "
            "succeeds within one "
            "business: the supplier, the customer and the neighbour on the estate belong to it.",
        ),
        Both(
            "<h2>Eerst de rekening, dan het ideaal</h2>"
            "<p>Ondernemers komen in beweging als ze zien wat verspilling hun kost. Een rondgang "
            "langs "
            "afvalbakken, energierekening en retouren levert vaak het eerste gesprek op, en het "
            "eerste "
            "project.</p>"
            "<h2>Ketens en terreinen</h2>"
            "<p>Wie samen inkoopt, inzamelt of warmte deelt, komt verder dan alleen. Dat vraagt "
            "om iemand die "
            "de partijen bij elkaar houdt als het spannend wordt over kosten en opbrengsten.</p>",
            "<h2>First the bill, then the ideal</h2>"
            "<p>Entrepreneurs start to move when they see what waste costs them. A walk past the "
            "bins, the "
            "energy bill and the returns often leads to the first conversation, and to the first "
            "project.</p>"
            "<h2>Chains and business estates</h2>"
            "<p>Those who buy, collect or share heat together get further than alone. It takes "
            "somebody who "
            "keeps the parties together when costs and returns have to be divided.</p>",
        ),
    ),
    Theme(
        "human-capital",
        Both(
            "Mensen vinden, behouden en laten leren. Vakmensen zijn schaars, en het werk "
            "verandert sneller dan "
            "de opleidingen. In een klein bedrijf is leren bovendien altijd iets voor ernaast.",
            "Finding people, keeping them and letting them learn. Skilled people are scarce, and "
            "work changes "
            "faster than training does. In a small business, moreover, learning always comes on "
            "top of the day.",
        ),
        Both(
            "<h2>Leren op de werkvloer</h2>"
            "<p>Wie geen personeelsafdeling heeft, leest geen regelingen. Een praktijkbegeleider "
            "die langskomt en "
            "meteen iets regelt, bereikt bedrijven die geen folder bereikt.</p>"
            "<h2>Van vacature naar talent</h2>"
            "<p>Scholen, werkgeversdiensten en brancheorganisaties kennen ieder een deel van het "
            "verhaal. We "
            "zoeken manieren om een vraag van een ondernemer één keer te stellen en overal te "
            "laten horen.</p>",
            "<h2>Learning at work</h2>"
            "<p>A business without a personnel department does not read schemes. A coach who "
            "comes by and "
            "arranges something on the spot reaches businesses that no leaflet reaches.</p>"
            "<h2>From vacancy to talent</h2>"
            "<p>Schools, employer services and trade associations each know a part of the story. "
            "We look for "
            "ways in which an entrepreneur asks a question once and is heard everywhere.</p>",
        ),
    ),
    Theme(
        "ecosystem",
        Both(
            "Wat partijen samen beter doen dan ieder apart. Er is geen gebrek aan steun voor "
            "ondernemers, wel "
            "aan overzicht, aan afspraken over wie wat doet, en aan zicht op wat het oplevert.",
            "What parties do better together than each on its own. There is no lack of support for "
            "entrepreneurs; there is a lack of overview, of agreements on who does what, and of "
            "sight of what "
            "comes of it.",
        ),
        Both(
            "<h2>Eén vraag, één deur</h2>"
            "<p>Een ondernemer hoeft niet te weten hoe de regio is ingedeeld. Als iedere partij "
            "weet wat de "
            "andere doet, maakt het niet uit waar iemand aanklopt.</p>"
            "<h2>Samen meten</h2>"
            "<p>Iedere regeling telt op haar eigen manier. Met een korte gezamenlijke lijst, en "
            "de afspraak dat "
            "een bedrijf maar één keer telt, wordt zichtbaar wat de regio als geheel bereikt.</p>",
            "<h2>One question, one door</h2>"
            "<p>An entrepreneur need not know how the region is organised. When each party knows "
            "what the "
            "others do, it does not matter where somebody knocks.</p>"
            "<h2>Measuring together</h2>"
            "<p>Each scheme counts in its own way. A short joint list, and the agreement that a "
            "business counts "
            "only once, shows what the region as a whole achieves.</p>",
        ),
    ),
)
