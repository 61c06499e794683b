"""Texts of the lists and of the pages that every site has: key of the plan, then the texts."""

from cop_site.demo.content.both import Both

CATALOGUE_NOTE = Both(
    "<p>De namen en aanbieders in deze lijst zijn die van bestaande of vroegere regelingen. De "
    "lijst "
    "is samengesteld uit algemene kennis, als inhoud voor deze demonstratie, en is niet "
    "gecontroleerd bij de aanbieders. Kijk voor voorwaarden en data altijd op de site van de "
    "aanbieder zelf.</p><p>Zes regels zijn verzonnen en heten “Voorbeeld: …”. Zij laten bedragen, "
    "termijnen en standen zien die de lijst zelf niet noemt.</p>",
    "<p>The names and providers in this list are those of existing or former schemes. The list was "
    "compiled from general knowledge, as content for this demonstration, and was not checked with "
    "the providers. For conditions and dates always see the provider’s own site.</p><p>Six entries "
    "are invented and are called “Example: …”. They show amounts, deadlines and states that the "
    "list itself does not mention.</p>",
)

PRACTICES_NOTE = Both(
    "<p>Deze voorbeelden zijn verzonnen. Zij laten zien hoe u een goede praktijk vastlegt: wat er "
    "is "
    "gedaan, voor wie, wat het veranderde en hoe dat is getoetst.</p>",
    "<p>These examples are invented. They show how to write down a good practice: what was done, "
    "for whom, what it changed and how that was tested.</p>",
)

ABOUT_TITLE = Both("Over de community", "About the community")

ABOUT_INTRODUCTION = Both(
    "Wie ondernemers in Zuid-Holland verder helpt, doet dat niet alleen. In deze community of "
    "practice leggen gemeenten, scholen, banken, netwerken en adviseurs hun aanbod naast elkaar, "
    "leren van elkaars praktijk en zien samen wat het oplevert.",
    "Nobody who helps entrepreneurs in Zuid-Holland does so alone. In this community of practice "
    "municipalities, schools, banks, networks and advisers lay out what they offer side by side, "
    "learn from one another’s practice and see together what comes of it.",
)

ABOUT = Both(
    "<h2>Vier sessies, één lijn</h2>"
    "<p>De eerste drie sessies gaan elk over één transitie. Deelnemers brengen voorbeelden mee, "
    "onderzoeken hoe je een bedrijf bereikt en hoe je ziet of dat werkt. De vierde sessie maakt "
    "van "
    "de kansen die daar op tafel kwamen concrete afspraken tussen partijen.</p>"
    "<p>U kunt aan één of aan alle sessies meedoen.</p>",
    "<h2>Four sessions, one line</h2>"
    "<p>Each of the first three sessions is about one transition. Participants bring examples and "
    "explore how a business is reached and how you can tell that it works. The fourth session "
    "turns "
    "the opportunities that came up into agreements between parties.</p>"
    "<p>You are welcome at one session or at all of them.</p>",
)

CONTACT = Both(
    "<p>De community staat open voor iedereen die ondernemers ondersteunt. Wilt u een sessie "
    "bijwonen, een voorbeeld inbrengen of uw aanbod laten opnemen? Mail ons. U krijgt binnen drie "
    "werkdagen antwoord.</p>",
    "<p>The community is open to everyone who supports entrepreneurs. Would you like to attend a "
    "session, bring an example or have your support listed? Send us an e-mail. You will hear from "
    "us "
    "within three working days.</p>",
)

PRIVACY = Both(
    "<p>Deze demonstratie bewaart geen gegevens van bezoekers en laadt niets van andere sites, "
    "tot u "
    "zelf een video start.</p>",
    "<p>This demonstration keeps no data of visitors and loads nothing from other sites until you "
    "start a video yourself.</p>",
)

ACCESSIBILITY = Both(
    "<p>We toetsen deze site aan de WCAG 2.2, niveau AA: met programma’s bij elke wijziging, en "
    "met "
    "de hand op toetsenbord en op de telefoon.</p>",
    "<p>We test this site against WCAG 2.2, level AA: with programs at each change, and by hand on "
    "the keyboard and on the phone.</p>",
)

CATALOGUE_INTRODUCTION = Both(
    "Vind steun voor ondernemers op thema, regio, doelgroep en soort hulp. De lijst is voor deze "
    "demonstratie gemaakt en niet gecontroleerd bij de aanbieders; onder de lijst staat meer.",
    "Find support for entrepreneurs by theme, region, audience and kind of help. The list was made "
    "for this demonstration and not checked with the providers; there is more below the list.",
)

PAGES: dict[str, Both] = {
    "catalogue": CATALOGUE_NOTE,
    "good-practices": PRACTICES_NOTE,
    "contact": CONTACT,
    "privacy": PRIVACY,
    "accessibility": ACCESSIBILITY,
}

CONTACT_EMAIL = "community@voorbeeld.example"
