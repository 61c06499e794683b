"""Words as often as words are: few of them everywhere, most of them seldom."""

import random
from itertools import accumulate

from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

_NL = """
ondernemer bedrijf mkb subsidie advies regeling aanvraag innovatie digitalisering lening voucher
scan gemeente provincie personeel scholing training energie verduurzaming grondstof keten
samenwerking financiering project onderzoek techniek data veiligheid kennis netwerk branche
winkel horeca bouw zorg landbouw tuinbouw haven logistiek industrie productie machine software
website klant markt export start groei overname opvolging begeleiding coach expert loket vraag
antwoord plan doel resultaat stap kans risico kosten bijdrage bedrag voorwaarde termijn datum
formulier rekening belasting wet vergunning omgeving afval water warmte zon wind batterij auto
vervoer fiets gebouw pand dak isolatie ontwerp materiaal product dienst verkoop inkoop voorraad
team leiding vakmens stage student school opleiding docent hogeschool universiteit proef
praktijk voorbeeld ervaring verhaal bijeenkomst sessie thema regio stad dorp wijk bank fonds
garantie krediet investering waarde prijs contract
"""

_EN = """
entrepreneur company sme grant advice scheme application innovation digitalisation loan voucher
scan municipality province staff schooling training energy sustainability material chain
cooperation finance project research technology data security knowledge network branch shop
catering building care farming horticulture port logistics industry production machine software
website customer market export start growth takeover succession guidance coach expert desk
question answer plan goal result step chance risk cost contribution amount condition term date
form account tax law permit environment waste water heat sun wind battery car transport bicycle
house premises roof insulation design substance product service sale purchase stock team
leadership craftsman internship student school course teacher college university trial practice
example experience story meeting session theme region city village district bank fund guarantee
credit investment value price contract
"""

_SMALL = {
    "nl": ["de", "het", "een", "en", "voor", "van", "in", "met", "je", "bij", "die", "op"],
    "en": ["the", "a", "and", "for", "of", "in", "with", "you", "at", "that", "on", "to"],
}
_SYLLABLES = ("ba", "bel", "dor", "fen", "gar", "hil", "jas", "ker", "lom", "mar", "nol", "pel")

#: Different words of a language; of those after the first, one in seven stands in no dictionary: a
#: name, a slip of the pen, a word of another trade.
SIZE = 20_000
_UNKNOWN = 7


class Words:
    """The words of a language with how often each is used. The first ones are those of our pages;
    then come compounds of them in Dutch, in the midst of words from a dictionary as they stand
    there, plurals and verbs included, and of words that nobody knows."""

    def __init__(self, language: str) -> None:
        chance = random.Random(language)  # noqa: S311
        first = (_NL if language == "nl" else _EN).split()
        compounds = [a + b for a in first[:60] for b in first[60:110]] if language == "nl" else []
        known = [*compounds, *chance.sample(_dictionary(language), SIZE)][:SIZE]
        unknown = ["".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))) for _ in range(SIZE)]
        others = known[: SIZE - SIZE // _UNKNOWN] + unknown[: SIZE // _UNKNOWN]
        chance.shuffle(others)
        self.words = list(dict.fromkeys([*first, *others]))
        self.small = _SMALL[language]
        self._weights = list(accumulate(1 / (rank + 12) for rank in range(len(self.words))))

    def sentence(self, chance: random.Random, length: int) -> str:
        """So many words, a third of them small ones."""
        small = length // 3
        words = chance.choices(self.words, cum_weights=self._weights, k=length - small)
        words += chance.choices(self.small, k=small)
        chance.shuffle(words)
        return " ".join(words).capitalize()


def _dictionary(language: str) -> list[str]:
    """Words in lower case that a dictionary has, in the order of the alphabet."""
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    return sorted(word for word in known if word.isalpha() and word.islower() and len(word) > 3)
