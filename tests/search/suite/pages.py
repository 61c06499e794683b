"""A small site as partners write it: of each page a name, title, introduction and text."""

from typing import NamedTuple


class Text(NamedTuple):
    title: str
    introduction: str
    body: str = ""
    terms: tuple[str, ...] = ()


DUTCH = {
    "lening": Text(
        "Lening voor groeiende bedrijven",
        "Geld lenen tegen een lage rente.",
        "<p>De bank en de provincie staan samen garant.</p>",
    ),
    "borg": Text(
        "Borgstelling bij de bank",
        "Krijg je geen lening omdat je te weinig zekerheid biedt? Dan staat de overheid borg.",
    ),
    "isolatie": Text(
        "Subsidie voor energiebesparing",
        "De gemeente vergoedt een deel van de kosten van isolatie en zonnepanelen.",
    ),
    "innovatie": Text(
        "Subsidieregeling innovatie",
        "Voor onderzoek en ontwikkeling van nieuwe producten.",
        "<p>Aanvragen kan tot 1 oktober. Een aanvraag kost een uur.</p>",
    ),
    "warmte": Text(
        "Energie besparen met een warmtepomp",
        "Minder gas, een lagere rekening.",
    ),
    "zzp": Text(
        "Inkomen van zzp'ers",
        "Wat een zzp’er kan doen bij weinig opdrachten.",
    ),
    "scan": Text(
        "Digitale scan voor het mkb-bedrijf",
        "Een adviseur kijkt een dag mee en schrijft een plan.",
    ),
    "veilig": Text(
        "Cyberveiligheid",
        "Zo beschermen mkb-bedrijven hun gegevens tegen hackers.",
    ),
    "mkb": Text(
        "Steun voor het MKB",
        "Waar een klein bedrijf terechtkan.",
    ),
    "rvo": Text(
        "Rijksdienst voor ondernemers",
        "Alle regelingen van het Rijk staan op www.rvo.nl bij elkaar.",
    ),
    "september": Text(
        "Bijeenkomst 2026-09",
        "De tweede van vier. Aanmelden is gratis.",
    ),
    "herfst": Text(
        "Bijeenkomst in het najaar van 2026",
        "De datum volgt. Het wordt in ieder geval niet op de 9e.",
    ),
    "c-plus-plus": Text(
        "Cursus C++",
        "Software voor machines, voor wie al kan programmeren.",
    ),
    "c-sharp": Text(
        "Cursus C#",
        "Programma's voor Windows maken, in tien avonden.",
    ),
    "vitamine": Text(
        "Gezond werken",
        "Vitamine C in de kantine en elke dag een wandeling.",
    ),
    "telers": Text(
        "Coöperatie van telers",
        "Samen inkopen en verkopen, met één gezamenlijke administratie.",
    ),
    "cooperaties": Text(
        "Ondernemen zonder baas",
        "Wat cooperaties anders doen dan een bv.",
    ),
    "cafe": Text(
        "Ondernemerscafé Delft",
        "Elke eerste donderdag van de maand.",
    ),
    "personeel": Text(
        "Personeel vinden en houden",
        "Werkgevers vertellen hoe zij goede mensen krijgen.",
    ),
    "voucher": Text(
        "Scholingsvoucher",
        "Een bijdrage voor de omscholing van medewerkers, tot € 2.500.",
    ),
    "kringloop": Text(
        "Reststromen krijgen waarde",
        "Wat bij de een afval is, is bij de ander grondstof.",
        terms=("theme.circular",),
    ),
    "print": Text(
        "3D-printen in de maakindustrie",
        "Onderdelen maken zonder gereedschap.",
    ),
    "ai": Text(
        "Kunstmatige intelligentie (AI) in de praktijk",
        "Vijf bedrijven laten zien wat zij ermee doen.",
    ),
    "wbso": Text(
        "WBSO: minder loonheffing voor speur- en ontwikkelingswerk",
        "Voor wie zelf techniek ontwikkelt.",
    ),
    "bus": Text(
        "Elektrische bestelauto's",
        "Vergoeding bij de aanschaf, en laadpalen bij het bedrijf.",
    ),
    "schulden": Text(
        "Hulp bij schulden",
        "Een ondernemer met schulden staat er niet alleen voor.",
    ),
    "export": Text(
        "Exporteren naar Duitsland",
        "Wat er in het contract moet staan, en wie de invoer betaalt.",
    ),
    "aow": Text(
        "Wat is het?",
        "Over de AOW, en over wie het is die betaalt.",
    ),
    "leeg": Text("Contact", ""),
}

ENGLISH = {
    "loan": Text("Loans for growing companies", "Borrow at a low rate from the bank."),
    "grant": Text("Grants for energy saving", "The municipality pays part of the costs."),
    "company": Text("A scan of your company", "An adviser looks at your data for a day."),
    "freelance": Text("Self-employed people", "What freelancers can do when work is scarce."),
    "training": Text("Vouchers for training", "Employees learn new skills."),
    "cloud": Text("Moving to the cloud", "It isn't expensive, and it is safer than you'd think."),
    "cafe-en": Text("Entrepreneurs' café", "Meet others in Delft on the first Thursday."),
    "lening-en": Text("The Dutch word lening", "It means loan."),
}
