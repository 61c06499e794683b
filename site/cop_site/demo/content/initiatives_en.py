"""English for the rows of ``initiatives.csv``: number of the row, then title and summary.

Proper names stay as they are; where a Dutch name says nothing to a reader, a few words explain it.
"""

INITIATIVES_EN: dict[str, tuple[str, str]] = {
    "nl-001": (
        "SLIM scheme",
        "Subsidy for learning and development in small and medium-sized businesses: a training "
        "plan, career "
        "advice or practical training places.",
    ),
    "nl-002": (
        "WBSO (R&D tax scheme)",
        "Tax scheme that lowers wage costs and other costs of research and development.",
    ),
    "nl-003": (
        "MIT scheme",
        "Encourages innovation in SMEs with feasibility studies and joint R&D projects.",
    ),
    "nl-004": (
        "MIA and Vamil",
        "Tax benefit on investments in environmentally friendly equipment that is on the "
        "Environmental List.",
    ),
    "nl-005": (
        "Energy investment allowance (EIA)",
        "Deduction from profit for investments in energy-saving equipment and sustainable energy.",
    ),
    "nl-006": (
        "Versnellingshuis Nederland Circulair! (circular accelerator)",
        "Helps entrepreneurs who want to work in a circular way past obstacles, from design to "
        "finance and rules.",
    ),
    "nl-007": (
        "CIRCO Track (circular design course)",
        "Three-day course in which businesses from a chain redesign their product, service and "
        "earning model.",
    ),
    "nl-008": (
        "Digital Trust Center (cyber security)",
        "Information, warnings and tools with which entrepreneurs put their digital security in "
        "order.",
    ),
    "nl-009": (
        "Basic scan of cyber resilience",
        "Short questionnaire with immediate advice on the five basic principles of doing business "
        "safely online.",
    ),
    "zh-010": (
        "SMITZH (smart manufacturing)",
        "Programme that helps manufacturers apply smart production technology through field labs "
        "and test beds.",
    ),
    "zh-011": (
        "Digital Workshop Rotterdam",
        "Supervised students work on entrepreneurs’ digital questions, such as data, online "
        "marketing and automation.",
    ),
    "zh-012": (
        "Digital Workshop The Hague",
        "Entrepreneurs get help from students and lecturers with one concrete digital step.",
    ),
    "zh-013": (
        "InnovationQuarter (regional development)",
        "Regional development company that finances innovative businesses, helps them grow and "
        "connects them.",
    ),
    "zh-014": (
        "UNIIQ (early-stage fund)",
        "Investment fund for the early stage that helps businesses bring their invention to the "
        "market.",
    ),
    "zh-015": (
        "Human Capital Agreement Zuid-Holland",
        "Businesses, education and government work together for enough well-trained skilled "
        "people in the region.",
    ),
    "zh-016": (
        "Learning and Work Desk Rijnmond",
        "Independent advice on training, jobs with training, and recognition of what employees "
        "already can do.",
    ),
    "zh-017": (
        "Learning and Work Desk Haaglanden",
        "Answers employers and employees on learning, retraining and subsidies for training.",
    ),
    "zh-018": (
        "Employers’ Service Point Rijnmond",
        "Free help with recruitment, work-and-learn programmes and hiring people who are far from "
        "a job.",
    ),
    "zh-019": (
        "Employers’ Service Point Haaglanden",
        "Helps employers find and train staff, with advice on schemes and subsidies.",
    ),
    "zh-020": (
        "ACCEZ (knowledge for circular questions)",
        "Knowledge programme that takes up circular questions of entrepreneurs and governments "
        "with scientists.",
    ),
    "nl-021": (
        "Qredits (small business loans)",
        "Loans, coaching and courses for entrepreneurs who find it hard to borrow from a bank.",
    ),
    "nl-022": (
        "BMKB-Groen (guarantee for green loans)",
        "Government guarantee on loans for sustainability, so that banks finance more readily.",
    ),
    "nl-023": (
        "STAP budget",
        "Personal budget for training; the scheme has ended.",
    ),
    "nl-024": (
        "MKB!dee (ideas for learning)",
        "Subsidy for new ideas of entrepreneurs to invest more in training and developing staff; "
        "the scheme is "
        "closed.",
    ),
    "nl-025": (
        "Ondernemersplein (business portal)",
        "One entrance to government information about rules, subsidies and doing business.",
    ),
    "nl-026": (
        "Subsidy for practical learning",
        "Compensation for employers who offer a practical training or apprenticeship place.",
    ),
    "nl-027": (
        "SDE++ (sustainable energy production)",
        "Operating subsidy for sustainable energy and lower CO2 emissions.",
    ),
    "nl-028": (
        "Smart Industry field labs",
        "Practical environments where businesses and research institutes develop and test new "
        "production technology.",
    ),
    "zh-029": (
        "YES!Delft (incubator)",
        "Incubator that guides technology businesses from idea to growth.",
    ),
    "zh-030": (
        "PLNT Leiden (centre for entrepreneurship)",
        "Centre for innovation and entrepreneurship with programmes, workplaces and a network.",
    ),
    "nl-031": (
        "Business finance guarantee (GO)",
        "Government guarantee on bank loans, so that businesses finance larger investments more "
        "easily.",
    ),
    "nl-032": (
        "Seed Capital scheme",
        "The government co-invests in funds that give risk capital to young technology businesses.",
    ),
    "nl-033": (
        "DEI+ (demonstration of energy innovation)",
        "Subsidy for pilot and demonstration projects that reduce CO2 emissions or use materials "
        "in a circular way.",
    ),
    "zh-034": (
        "Techniek College Rotterdam: training for businesses",
        "Short and long courses for skilled people in technology, also tailored at the business "
        "itself.",
    ),
    "nl-035": (
        "European digital innovation hubs (EDIH)",
        "Network of hubs where businesses can test technology before they invest.",
    ),
    "nl-036": (
        "O&O funds (sector training funds)",
        "Training and development funds from which employers in a sector can pay for courses.",
    ),
}
