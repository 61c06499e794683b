"""Kinds of support."""

from cop_blocks.terms.start.data import OFFERS, StartTerm, StartVocabulary

SUPPORT_TYPES = StartVocabulary(
    code="support-type",
    nl="Soort steun",
    en="Kind of support",
    help_nl="Wat krijgt een ondernemer?",
    help_en="What does an entrepreneur get?",
    terms=(
        StartTerm(
            "subsidy",
            "Subsidie",
            "Grant",
            other_nl=("Subsidieregeling", "Tegemoetkoming"),
            other_en=("Subsidy",),
        ),
        StartTerm(
            "loan",
            "Lening",
            "Loan",
            other_nl=("Krediet", "Financiering"),
            other_en=("Credit", "Financing"),
        ),
        StartTerm(
            "guarantee", "Garantie", "Guarantee", other_nl=("Borgstelling",), other_en=("Surety",)
        ),
        StartTerm(
            "tax",
            "Fiscaal voordeel",
            "Tax benefit",
            other_nl=("Fiscaal", "Fiscale regeling", "Belastingvoordeel"),
            other_en=("Tax", "Tax scheme"),
        ),
        StartTerm("voucher", "Voucher", "Voucher", other_nl=("Cheque",)),
        StartTerm("advice", "Advies", "Advice", other_nl=("Begeleiding",), other_en=("Coaching",)),
        StartTerm(
            "training",
            "Training",
            "Training",
            other_nl=("Opleiding", "Cursus", "Workshop"),
            other_en=("Course", "Workshop"),
        ),
        StartTerm("network", "Netwerk", "Network", other_nl=("Netwerkbijeenkomsten",)),
        StartTerm(
            "tool",
            "Hulpmiddel of scan",
            "Tool or scan",
            other_nl=("Hulpmiddel", "Scan", "Tool"),
            other_en=("Tool", "Scan"),
        ),
        StartTerm(
            "facility",
            "Faciliteit",
            "Facility",
            other_nl=("Werkplaats", "Testomgeving", "Fieldlab"),
            other_en=("Workshop space", "Test site", "Field lab"),
        ),
        StartTerm(
            "desk",
            "Loket",
            "Help desk",
            other_nl=("Servicepunt", "Informatiepunt"),
            other_en=("Desk", "Service point"),
        ),
    ),
    page_types=OFFERS,
)
