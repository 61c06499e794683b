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
