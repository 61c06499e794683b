"""Invented good practices; the notes on their list say so."""

from dataclasses import dataclass

from cop_site.demo.content.both import Both


@dataclass(frozen=True, slots=True)
class PracticeData:
    """``session`` is a session's number, ``examples`` are codes of example initiatives."""

    title: Both
    slug: Both
    summary: Both
    what_was_done: Both
    for_whom: Both
    what_changed: Both
    how_tested: Both
    terms: tuple[tuple[str, str], ...]
    organisations: tuple[str, ...]
    session: int
    examples: tuple[str, ...] = ()


PRACTICES = (
    PracticeData(
        Both("Studenten in de zaak", "Students in the shop"),
        Both("studenten-in-de-zaak", "students-in-the-shop"),
        Both(
            "Studenten bouwden in zes weken het bestelproces van een bakkerij om, samen met het "
            "personeel.",
            "In six weeks students rebuilt a bakery’s ordering process together with its staff.",
        ),
        Both(
            "Twee studenten werkten zes weken op de werkvloer mee. Zij tekenden het bestelproces "
            "uit, kozen met "
            "de medewerkers één knelpunt en koppelden de webwinkel aan de productielijst.",
            "Two students worked along on the shop floor for six weeks. They drew the ordering "
            "process, chose "
            "one bottleneck with the staff and connected the web shop to the production list.",
        ),
        Both(
            "Winkels en ambachtelijke bedrijven tot 25 mensen.",
            "Shops and craft businesses of up to 25 people.",
        ),
        Both(
            "Niemand typt nog bestellingen over. De avondploeg is anderhalf uur eerder klaar.",
            "Nobody retypes orders any more. The evening shift finishes an hour and a half "
            "earlier.",
        ),
        Both(
            "Vooraf en acht weken erna telden medewerkers een week lang de fouten en de uren.",
            "Before and eight weeks after, staff counted mistakes and hours for a week.",
        ),
        (("theme", "digitalisation"), ("audience", "sme"), ("region", "rijnmond")),
        ("university", "bakery"),
        1,
        ("slim-starten",),
    ),
    PracticeData(
        Both("Van scan naar stappenplan", "From scan to step-by-step plan"),
        Both("van-scan-naar-stappenplan", "from-scan-to-plan"),
        Both(
            "Wie de veiligheidsscan deed, werd binnen twee weken gebeld en koos samen één eerste "
            "stap.",
            "Those who did the security scan were called within two weeks and chose one first "
            "step together.",
        ),
        Both(
            "De gemeente sprak met de aanbieder van een scan af dat bedrijven toestemming konden "
            "geven om gebeld "
            "te worden. Een adviseur belde, luisterde en sprak één stap af.",
            "The municipality agreed with the provider of a scan that businesses could consent to "
            "a call. An "
            "adviser called, listened and agreed on one step.",
        ),
        Both("Zelfstandigen en kleine bedrijven.", "Self-employed people and small businesses."),
        Both(
            "Van elke tien gebelde bedrijven zetten zeven de afgesproken stap. Zonder telefoontje "
            "waren dat er twee.",
            "Of every ten businesses called, seven took the step agreed. Without a call it was "
            "two.",
        ),
        Both(
            "De helft van de bedrijven werd de eerste maand bewust nog niet gebeld, zodat het "
            "verschil te zien was.",
            "Half of the businesses were deliberately not called in the first month, so that the "
            "difference showed.",
        ),
        (("theme", "digitalisation"), ("audience", "self-employed"), ("region", "haaglanden")),
        ("municipality",),
        1,
        ("slim-starten", "datakompas"),
    ),
    PracticeData(
        Both("Een proeflijn om de hoek", "A test line around the corner"),
        Both("een-proeflijn-om-de-hoek", "a-test-line-nearby"),
        Both(
            "Een metaalbedrijf probeerde een robotarm drie weken uit voordat het er een kocht.",
            "A metalworking business tried a robot arm for three weeks before buying one.",
        ),
        Both(
            "De vakschool stelde haar proeflijn drie weken open. De eigen lassers programmeerden "
            "de arm, met een "
            "docent ernaast.",
            "The vocational college opened its test line for three weeks. The welders themselves "
            "programmed the "
            "arm, with a teacher beside them.",
        ),
        Both(
            "Maakbedrijven die twijfelen over een investering.",
            "Manufacturers in doubt about an investment.",
        ),
        Both(
            "Het bedrijf kocht een kleiner model dan het van plan was, en leidde twee lassers op.",
            "The business bought a smaller model than it had planned, and trained two welders.",
        ),
        Both(
            "Doorlooptijd en uitval zijn gemeten op de proeflijn en een half jaar later in het "
            "bedrijf.",
            "Lead time and rejects were measured on the test line and half a year later in the "
            "business.",
        ),
        (
            ("theme", "digitalisation"),
            ("theme", "human-capital"),
            ("audience", "sme"),
            ("region", "drechtsteden"),
        ),
        ("college", "metal"),
        1,
        ("datakompas",),
    ),
    PracticeData(
        Both("Warmte van de buren", "Heat from the neighbours"),
        Both("warmte-van-de-buren", "heat-from-the-neighbours"),
        Both(
            "Zestien bedrijven op één terrein sloten samen een contract voor restwarmte.",
            "Sixteen businesses on one estate signed a joint contract for residual heat.",
        ),
        Both(
            "De parkmanager verzamelde de verbruikscijfers in vertrouwen, de bank rekende drie "
            "varianten door en "
            "de gemeente gaf het leidingtracé vrij.",
            "The estate manager collected consumption figures in confidence, the bank worked out "
            "three variants "
            "and the municipality cleared the route of the pipes.",
        ),
        Both("Bedrijven op hetzelfde terrein.", "Businesses on the same estate."),
        Both(
            "Het gasverbruik van de zestien samen daalde met een derde.",
            "The sixteen together used a third less gas.",
        ),
        Both(
            "De netbeheerder levert elk kwartaal de cijfers van het terrein als geheel.",
            "Each quarter the grid operator supplies the figures of the estate as a whole.",
        ),
        (("theme", "circular"), ("audience", "sme"), ("region", "drechtsteden")),
        ("network", "bank", "municipality"),
        2,
        ("ketenproef",),
    ),
    PracticeData(
        Both("De afvalwandeling", "The waste walk"),
        Both("de-afvalwandeling", "the-waste-walk"),
        Both(
            "Een uur langs de containers leverde per bedrijf gemiddeld drie maatregelen op.",
            "An hour along the containers led to three measures a business on average.",
        ),
        Both(
            "Een adviseur liep met de ondernemer en één medewerker langs alle afvalbakken en "
            "noteerde wat het "
            "inkopen, bewaren en weggooien kost.",
            "An adviser walked past all bins with the entrepreneur and one employee and noted "
            "what it costs to "
            "buy, keep and throw away.",
        ),
        Both("Horeca, winkels en kleine productie.", "Catering, shops and small production."),
        Both(
            "Twee van de drie maatregelen waren na een half jaar nog in gebruik.",
            "After half a year two of the three measures were still in use.",
        ),
        Both(
            "De adviseur kwam na zes maanden terug en woog opnieuw.",
            "The adviser came back after six months and weighed again.",
        ),
        (("theme", "circular"), ("audience", "sme"), ("region", "holland-rijnland")),
        ("network",),
        2,
        ("ketenproef", "groene-lening"),
    ),
    PracticeData(
        Both("Oud meel, nieuw brood", "Old flour, new bread"),
        Both("oud-meel-nieuw-brood", "old-flour-new-bread"),
        Both(
            "Een bakkerij maakte met haar leverancier van reststromen een vast product.",
            "With its supplier a bakery turned residual flows into a regular product.",
        ),
        Both(
            "Bakker en leverancier legden hun retouren naast elkaar en ontwikkelden er een brood "
            "van, met een "
            "docent levensmiddelentechniek als scheidsrechter.",
            "Baker and supplier laid their returns side by side and developed a loaf from them, "
            "with a lecturer "
            "in food technology as referee.",
        ),
        Both("Ketens in voeding.", "Food chains."),
        Both(
            "Van elke honderd broden komen er nog vier terug in plaats van elf.",
            "Of every hundred loaves four come back instead of eleven.",
        ),
        Both(
            "De retouren zijn een jaar lang per winkel geteld.",
            "Returns were counted for each shop for a year.",
        ),
        (("theme", "circular"), ("audience", "sme"), ("region", "rijnmond")),
        ("bakery", "university"),
        2,
    ),
    PracticeData(
        Both("Leren tussen de machines", "Learning between the machines"),
        Both("leren-tussen-de-machines", "learning-between-the-machines"),
        Both(
            "Een praktijkbegeleider komt elke twee weken langs en leert mensen op het werk zelf "
            "verder.",
            "A workplace coach comes by every two weeks and teaches people further at the work "
            "itself.",
        ),
        Both(
            "De vakschool en vier maakbedrijven delen één begeleider. Medewerkers kiezen zelf wat "
            "ze willen leren; "
            "de school erkent het met een certificaat.",
            "The vocational college and four manufacturers share one coach. Employees choose what "
            "they want to "
            "learn; the college recognises it with a certificate.",
        ),
        Both(
            "Technische bedrijven zonder eigen opleider.",
            "Technical businesses without a trainer of their own.",
        ),
        Both(
            "In twee jaar vertrok één van de twintig deelnemers. De jaren ervoor waren dat er "
            "gemiddeld vijf.",
            "In two years one of the twenty participants left. In the years before it was five on "
            "average.",
        ),
        Both(
            "De bedrijven vergelijken verloop en behaalde certificaten met de drie jaren ervoor.",
            "The businesses compare turnover and certificates earned with the three years before.",
        ),
        (("theme", "human-capital"), ("audience", "sme"), ("region", "haaglanden")),
        ("college", "metal"),
        3,
        ("leerbon",),
    ),
    PracticeData(
        Both("Eén vraag, drie scholen", "One question, three schools"),
        Both("een-vraag-drie-scholen", "one-question-three-schools"),
        Both(
            "Een ondernemer stelt zijn personeelsvraag één keer; drie scholen antwoorden samen.",
            "An entrepreneur asks about staff once; three schools answer together.",
        ),
        Both(
            "Drie scholen lezen één postvak en spreken elke maandag af wie antwoordt. De "
            "ondernemer krijgt binnen "
            "vijf dagen één naam.",
            "Three schools read one mailbox and agree each Monday who answers. Within five days "
            "the entrepreneur "
            "gets one name.",
        ),
        Both(
            "Werkgevers die een opleiding of stagiair zoeken.",
            "Employers looking for training or an intern.",
        ),
        Both(
            "De tijd tot een eerste gesprek ging van zes weken naar acht dagen.",
            "The time to a first conversation went from six weeks to eight days.",
        ),
        Both(
            "Het postvak houdt bij wanneer een vraag komt en wanneer het gesprek is.",
            "The mailbox keeps when a question comes in and when the conversation takes place.",
        ),
        (
            ("theme", "human-capital"),
            ("theme", "ecosystem"),
            ("audience", "sme"),
            ("region", "zuid-holland"),
        ),
        ("college", "university"),
        3,
        ("leerbon", "doorverwijsdienst"),
    ),
    PracticeData(
        Both("Warm doorverwijzen", "A warm handover"),
        Both("warm-doorverwijzen", "a-warm-handover"),
        Both(
            "Adviseurs van twaalf partijen bellen elkaar op in plaats van een folder mee te geven.",
            "Advisers of twelve parties call one another instead of handing out a leaflet.",
        ),
        Both(
            "Twaalf partijen spraken af: wie doorverwijst, belt zelf, is bij het eerste kwartier "
            "en hoort na een "
            "maand hoe het ging.",
            "Twelve parties agreed: whoever refers makes the call, stays for the first quarter of "
            "an hour and "
            "hears after a month how it went.",
        ),
        Both("Iedereen die ondernemers adviseert.", "Everyone who advises entrepreneurs."),
        Both(
            "Van de doorverwezen bedrijven had acht van de tien binnen drie weken een tweede "
            "gesprek.",
            "Of the businesses referred, eight in ten had a second conversation within three "
            "weeks.",
        ),
        Both(
            "De partijen houden een gedeelde lijst bij waarin een bedrijf maar één keer voorkomt.",
            "The parties keep a shared list on which a business appears only once.",
        ),
        (("theme", "ecosystem"), ("audience", "sme"), ("region", "zuid-holland")),
        ("community", "municipality", "network"),
        3,
        ("doorverwijsdienst",),
    ),
)
