"""Texts that setup writes into pages: data with a text per language, not gettext.

What is stored must not depend on whether messages were compiled on the machine that ran setup.
"""

from collections.abc import Mapping

Texts = Mapping[str, str]

FALLBACK = "en"


def speaks(texts: Texts, language: str) -> bool:
    """Whether there is a text in ``language`` or in what it is a variety of ("en" for "en-gb")."""
    return language in texts or language.split("-")[0] in texts


def text_in(texts: Texts, language: str) -> str:
    """The text in ``language``; where there is none, in English, or in whatever there is."""
    for code in (language, language.split("-")[0], FALLBACK, *texts):
        if texts.get(code):
            return texts[code]
    return ""
