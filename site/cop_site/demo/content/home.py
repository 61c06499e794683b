from cop_site.demo.content.both import Both

TITLE = Both("Samen voor het mkb", "Together for SMEs")
SLUG = Both("home-nl", "home-en")

INTRODUCTION = Both(
    "Wie ondernemers in Zuid-Holland verder helpt, doet dat niet alleen. In deze community of "
    "practice leggen gemeenten, scholen, banken, netwerken en adviseurs hun aanbod naast elkaar, "
    "leren van elkaars praktijk en zien samen wat het oplevert.",
    "Nobody who helps entrepreneurs in Zuid-Holland does so alone. In this community of practice "
    "municipalities, schools, banks, networks and advisers lay out what they offer side by side, "
    "learn from one another’s practice and see together what comes of it.",
)

HOW = Both(
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

ABOUT_DEMO = Both(
    "<p>Dit is een demonstratie. Sessies, personen, goede praktijken en alles wat “Voorbeeld” "
    "heet, "
    "zijn verzonnen.</p>",
    "<p>This is a demonstration. Sessions, people, good practices and everything called “Example” "
    "or “Voorbeeld” are invented.</p>",
)

NEXT = Both("Volgende sessies", "Next sessions")
THEMES = Both("Vier thema’s", "Four themes")
VOUCHERS = Both("Vouchers voor ondernemers", "Vouchers for entrepreneurs")
