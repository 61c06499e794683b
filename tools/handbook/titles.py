"""What the scenes go to, by the title that it has in the demo’s own language."""

PAGES = {
    "past": "Van de eerste digitale stap naar de volgende",
    "coming": "Mensen vinden, behouden en laten leren",
    # Wagtail saves by itself what is being typed: nobody looks at these two again.
    "dated": "Van losse kansen naar gezamenlijke afspraken",
    "stopping": "Voorbeeld: Groene lening",
    "initiative": "Voorbeeld: Voucher slim starten",
    "practice": "Studenten in de zaak",
}
#: Initiatives that the demo does not have: without a translation, and with one to be made.
UNTRANSLATED = {
    "title": "Voorbeeld: Energiecheck",
    "summary": "Een adviseur loopt door de zaak en rekent uit wat energie sparen oplevert.",
}
ASKED = {
    "title": "Voorbeeld: Wijkwarmte",
    "summary": "Ondernemers in één straat kopen samen een warmtepomp en delen de kosten.",
}
#: What visitors searched for: how often, and how often in vain.
SEARCHES = [("subsidie", 42, 0), ("warmtepomp", 17, 0), ("stagiair", 12, 12), ("kredieten", 8, 8)]
