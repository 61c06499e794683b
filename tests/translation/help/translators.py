"""Machine translators of a host: one that works, and some that do not."""

import threading
from typing import Any

from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue


class Translator(BaseMachineTranslator):
    """Puts EN before every text; ``calls`` says how many texts each call brought."""

    display_name = "Marvin"
    calls: list[int] = []

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return True

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> Any:
        type(self).calls.append(len(strings))
        return {string: self.answer(string) for string in strings}

    def answer(self, string: StringValue) -> Any:
        return StringValue(f"EN {string.data}")


class Unmade(Translator):
    def __init__(self, options: Any) -> None:
        raise KeyError("AUTH_KEY")


class Speechless(Translator):
    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return False


class Undecided(Translator):
    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        raise ConnectionError


class Down(Translator):
    def translate(self, *args: Any) -> Any:
        raise ConnectionError("refused")


class Nonsense(Translator):
    def translate(self, *args: Any) -> Any:
        return ["EN"]


class Slow(Translator):
    """Answers when it is let."""

    released = threading.Event()

    def translate(self, *args: Any) -> Any:
        self.released.wait(60)


class SecondCallFails(Translator):
    def translate(self, *args: Any) -> Any:
        if self.calls:
            raise ConnectionError("refused")
        return super().translate(*args)


class Careless(Translator):
    """Loses what it does not know."""

    def answer(self, string: StringValue) -> Any:
        answers = {
            "Dag {name}": StringValue("Hi"),
            "Vet": StringValue("<script>bold</script>"),
            "Nul": StringValue("\0"),
            "Leeg": StringValue("  "),
            "Niets": None,
            "Getal 5": StringValue("Number 6"),
        }
        if '<a id="a1">' in string.data:
            return StringValue("without")
        return answers.get(string.data, super().answer(string))
