"""Six invented initiatives that show what the list of real ones does not say.

Between them they are open, soon open, paused, out of budget, merged and closed, with amounts,
shares, own contributions and deadlines. Days are counted from the day of filling.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cop_site.demo.content.both import Both


@dataclass(frozen=True, slots=True)
class ExampleData:
    """``facts`` are fields of the page as they are; ``days`` are date fields, counted from "
    "today."""

    code: str
    title: Both
    summary: Both
    body: Both
    requirements: Both
    terms: tuple[tuple[str, str], ...]
    organisations: tuple[tuple[str, str], ...]
    costs_note: Both = Both("", "")
    state_reason: Both = Both("", "")
    facts: dict[str, Any] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    successor: str = ""
    contact: str = ""


EXAMPLES = (
    ExampleData(
        "slim-starten",
        Both("Voorbeeld: Voucher slim starten", "Example: Smart start voucher"),
        Both(
            "Voucher voor een eerste digitale stap, met een adviseur die langskomt en meteen "
            "begint.",
            "Voucher for a first digital step, with an adviser who comes by and starts at once.",
        ),
        Both(
            "<p>U kiest met de adviseur één stap die binnen zes weken werkt. De voucher betaalt "
            "de helft van de "
            "kosten. Verzonnen regeling, om te laten zien hoe een open regeling eruitziet.</p>",
            "<p>With the adviser you choose one step that works within six weeks. The voucher "
            "pays half of the "
            "costs. An invented scheme, to show what an open scheme looks like.</p>",
        ),
        Both(
            "<ul><li>Hooguit 50 medewerkers.</li><li>Gevestigd in Zuid-Holland.</li></ul>",
            "<ul><li>50 employees at most.</li><li>Established in Zuid-Holland.</li></ul>",
        ),
        (
            ("theme", "digitalisation"),
            ("support-type", "voucher"),
            ("support-type", "advice"),
            ("audience", "sme"),
            ("audience", "self-employed"),
            ("region", "zuid-holland"),
            ("level", "provincial"),
        ),
        (("desk", "provider"), ("community", "partner")),
        costs_note=Both("Het eerste gesprek is gratis.", "The first conversation is free."),
        facts={
            "amount_min": Decimal(500),
            "amount_max": Decimal(2500),
            "amount_share": Decimal(50),
            "own_contribution": Decimal(500),
            "service_languages": ["nl", "en"],
        },
        days={"opens_on": -60, "closes_on": 45, "verified_on": -12},
        contact="adviser",
    ),
    ExampleData(
        "ketenproef",
        Both("Voorbeeld: Ketenproef", "Example: Chain trial"),
        Both(
            "Subsidie voor bedrijven die samen een reststroom in hun keten een tweede leven geven.",
            "Subsidy for businesses that together give a residual flow in their chain a second "
            "life.",
        ),
        Both(
            "<p>Drie of meer bedrijven proberen een jaar lang uit of een reststroom van de een "
            "grondstof van de "
            "ander kan zijn. Verzonnen regeling, om te laten zien hoe een regeling eruitziet die "
            "nog "
            "opengaat.</p>",
            "<p>For a year three or more businesses try out whether what one throws away can be "
            "what another "
            "uses. An invented scheme, to show what a scheme looks like that has yet to open.</p>",
        ),
        Both(
            "<ul><li>Ten minste drie bedrijven uit één keten.</li><li>Eén bedrijf vraagt aan "
            "namens allen.</li></ul>",
            "<ul><li>At least three businesses from one chain.</li><li>One business applies for "
            "all.</li></ul>",
        ),
        (
            ("theme", "circular"),
            ("support-type", "subsidy"),
            ("audience", "sme"),
            ("region", "zuid-holland"),
            ("level", "provincial"),
        ),
        (("desk", "provider"), ("bank", "funder")),
        facts={
            "amount_min": Decimal(10000),
            "amount_max": Decimal(40000),
            "amount_share": Decimal(40),
            "service_languages": ["nl"],
        },
        days={"opens_on": 38, "closes_on": 160, "verified_on": -5},
        contact="estate",
    ),
    ExampleData(
        "groene-lening",
        Both("Voorbeeld: Groene lening", "Example: Green loan"),
        Both(
            "Lening met een lage rente voor maatregelen die zich binnen tien jaar terugverdienen.",
            "Loan at a low rate for measures that earn themselves back within ten years.",
        ),
        Both(
            "<p>De bank leent tot drie kwart van de investering. Verzonnen lening, om te laten "
            "zien hoe een "
            "regeling eruitziet die stilligt.</p>",
            "<p>The bank lends up to three quarters of the investment. An invented loan, to show "
            "what a scheme "
            "looks like that is paused.</p>",
        ),
        Both(
            "<ul><li>Een energieadvies van hooguit twee jaar oud.</li></ul>",
            "<ul><li>Energy advice that is two years old at most.</li></ul>",
        ),
        (
            ("theme", "circular"),
            ("support-type", "loan"),
            ("audience", "sme"),
            ("region", "nl"),
            ("level", "national"),
        ),
        (("bank", "provider"),),
        state_reason=Both(
            "De voorwaarden worden herzien. Nieuwe aanvragen kunnen weer zodra die vaststaan.",
            "The conditions are being revised. New applications are possible once they are "
            "settled.",
        ),
        facts={
            "state": "paused",
            "amount_min": Decimal(25000),
            "amount_max": Decimal(250000),
            "amount_share": Decimal(75),
            "is_rolling": True,
            "service_languages": ["nl"],
        },
        days={"verified_on": -30},
        contact="banker",
    ),
    ExampleData(
        "leerbon",
        Both("Voorbeeld: Leerbon mkb", "Example: SME learning voucher"),
        Both(
            "Bon waarmee medewerkers een korte opleiding volgen die zij zelf kiezen.",
            "Voucher with which employees take a short course of their own choice.",
        ),
        Both(
            "<p>Per medewerker is er één bon per jaar. Verzonnen regeling, om te laten zien hoe "
            "een regeling "
            "eruitziet waarvan het budget op is, al is de termijn nog niet voorbij.</p>",
            "<p>There is one voucher a year for each employee. An invented scheme, to show what a "
            "scheme looks "
            "like that has run out of budget before its deadline.</p>",
        ),
        Both(
            "<ul><li>Hooguit 100 medewerkers.</li></ul>",
            "<ul><li>100 employees at most.</li></ul>",
        ),
        (
            ("theme", "human-capital"),
            ("support-type", "voucher"),
            ("support-type", "training"),
            ("audience", "sme"),
            ("region", "haaglanden"),
            ("level", "regional"),
        ),
        (("college", "provider"), ("desk", "executor")),
        state_reason=Both(
            "Alle bonnen van dit jaar zijn vergeven.",
            "All vouchers of this year have been given out.",
        ),
        facts={
            "amount_max": Decimal(1500),
            "amount_share": Decimal(80),
            "budget_used_up": True,
            "service_languages": ["nl", "en"],
        },
        days={"opens_on": -120, "closes_on": 90, "verified_on": -3},
        contact="coach",
    ),
    ExampleData(
        "datakompas",
        Both("Voorbeeld: Datakompas", "Example: Data compass"),
        Both(
            "Traject van vijf ochtenden waarin maakbedrijven leren sturen op hun eigen cijfers.",
            "Course of five mornings in which manufacturers learn to steer by their own figures.",
        ),
        Both(
            "<p>Elke ochtend gaat over één cijfer dat het bedrijf al heeft. Verzonnen training, "
            "om te laten zien "
            "hoe een regeling eruitziet waarvan de termijn voorbij is.</p>",
            "<p>Each morning is about one figure that the business already has. An invented "
            "course, to show what "
            "a scheme looks like whose deadline has passed.</p>",
        ),
        Both(
            "<ul><li>Twee deelnemers per bedrijf.</li></ul>",
            "<ul><li>Two participants from each business.</li></ul>",
        ),
        (
            ("theme", "digitalisation"),
            ("support-type", "training"),
            ("audience", "sme"),
            ("region", "rijnmond"),
            ("level", "regional"),
        ),
        (("university", "provider"), ("network", "partner")),
        costs_note=Both(
            "Leden van het netwerk krijgen korting.", "Members of the network get a discount."
        ),
        facts={"own_contribution": Decimal(350), "service_languages": ["nl"]},
        days={"opens_on": -140, "closes_on": -20, "verified_on": -21},
        contact="teacher",
    ),
    ExampleData(
        "doorverwijsdienst",
        Both("Voorbeeld: Doorverwijsdienst", "Example: Referral service"),
        Both(
            "Eén adres waar adviseurs een ondernemer warm overdragen aan de juiste partij.",
            "One address where advisers hand an entrepreneur over to the right party in person.",
        ),
        Both(
            "<p>De dienst bracht adviseurs van verschillende partijen bij elkaar. Verzonnen "
            "dienst, om te laten "
            "zien waar een lezer terechtkomt als een regeling is opgegaan in een andere.</p>",
            "<p>The service brought together advisers of different parties. An invented service, "
            "to show where a "
            "reader ends up when a scheme has been merged into another.</p>",
        ),
        Both("", ""),
        (
            ("theme", "ecosystem"),
            ("support-type", "network"),
            ("support-type", "desk"),
            ("audience", "sme"),
            ("region", "zuid-holland"),
            ("level", "provincial"),
        ),
        (("community", "provider"), ("municipality", "partner"), ("network", "partner")),
        state_reason=Both(
            "De dienst is opgegaan in de Voucher slim starten.",
            "The service has become part of the Smart start voucher.",
        ),
        facts={"state": "merged", "service_languages": ["nl"]},
        days={"verified_on": -40},
        successor="slim-starten",
        contact="host",
    ),
)
