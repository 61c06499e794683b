"""Words that mean the same to visitors, and pages that come first, by language."""

SYNONYMS = {
    "nl": [
        ("zzp’er, zelfstandige, freelancer", ""),
        ("mkb", "ondernemer, bedrijf"),
        ("geld, financiering", ""),
    ],
    "en": [
        ("self-employed, freelancer", ""),
        ("sme", "entrepreneur, business"),
        ("money, funding", ""),
    ],
}

#: The questions, and the pages by their key in the plan of setup.
BEST_BETS = {
    "nl": [("subsidie\nsubsidie aanvragen", "catalogue"), ("agenda\ndatum", "sessions")],
    "en": [("subsidy\ngrant", "catalogue"), ("calendar\ndates", "sessions")],
}
