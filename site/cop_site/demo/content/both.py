from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages of the demonstration."""

    nl: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.nl if language == "nl" else self.en
