from cop_site.demo.content.both import Both

TITLE = Both("Samen voor het mkb", "Together for SMEs")
SLUG = Both("home-nl", "home-en")

HEADLINE = Both(
    "Ondernemers verder helpen doen we samen", "Helping entrepreneurs further, together"
)

INTRODUCTION = Both(
    "Partijen in Zuid-Holland brengen hun ondersteuning voor het mkb bij elkaar. Vind wat er is, "
    "en doe mee aan de sessies.",
    "Parties in Zuid-Holland bring their support for SMEs together. Find what there is, and join "
    "the sessions.",
)

SEARCHES = Both(
    "subsidie verduurzaming\nscholing\nvoucher\nscan",
    "sustainability subsidy\ntraining\nvoucher\nscan",
)

ABOUT_DEMO = Both(
    "<p>Dit is een demonstratie. Sessies, personen, goede praktijken en alles wat “Voorbeeld” "
    "heet, "
    "zijn verzonnen.</p>",
    "<p>This is a demonstration. Sessions, people, good practices and everything called “Example” "
    "or “Voorbeeld” are invented.</p>",
)

LINE = Both("Vier sessies, één lijn", "Four sessions, one line")
THEMES = Both("Zoek op thema", "Browse by theme")
NEWEST = Both("Nieuw of gewijzigd", "New or changed")
