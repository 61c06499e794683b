"""What the search makes of Dutch, and what its dictionaries cost.

PYTHONPATH=.:search:site .venv/bin/python -m benchmarks.language
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cop_site.settings.test")

LANGUAGES = ("nl", "en", "de", "fr")
#: More than the pages of most partners use.
WORDS = 60_000


def main() -> None:
    import django

    django.setup()
    from cop_search.analysis import analyser
    from cop_search.correction import Known
    from tests.search.words.measure import listed_words, measured, typos

    print("| Dutch | right | of | share |\n| --- | ---: | ---: | ---: |")
    for name, score in measured(analyser("nl")).items():
        print(f"| {name} | {score.right} | {score.total} | {score.share:.1%} |")
    few = Known("nl", tuple((word, 1) for word in listed_words()))
    right = sum(few.corrected(typed) == meant for typed, meant in typos())
    print(f"| typing errors understood | {right} | {len(typos())} | {right / len(typos()):.1%} |")

    print("\n| cost | |\n| --- | ---: |")
    words = _some_words()
    many = Known("nl", tuple((word, 1) for word in sorted({*words, *listed_words()})))
    many.corrected("opwarmen")
    spent = [_milliseconds(many.corrected, typed) for typed, _ in typos()]
    print(f"| to correct a word among {WORDS:,}, median / longest | {_both(spent)} ms |")
    texts = [" ".join(random.choices(words[:5000], k=150)) for _ in range(300)]  # noqa: S311
    for text in texts:
        analyser("nl").document(text)
    spent = [_milliseconds(analyser("nl").document, text) for text in texts]
    print(f"| to read 150 words, median / longest | {_both(spent)} ms |")
    for languages in (*LANGUAGES, "nl en"):
        print(f"| memory of {languages} | {_megabytes(languages)} MB |")


def _some_words() -> list[str]:
    """The same ones each time."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl")
    return random.Random(1).sample(sorted(filter(str.isalpha, known)), WORDS)  # noqa: S311


def _milliseconds(call: Callable[[str], Any], text: str) -> float:
    start = process_time()
    call(text)
    return (process_time() - start) * 1000


def _both(spent: list[float]) -> str:
    return f"{median(spent):.1f} / {max(spent):.1f}"


def _megabytes(languages: str) -> str:
    """In a process of its own, as the difference before and after."""
    code = "from benchmarks.language import print_memory; print_memory()"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, languages], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def print_memory() -> None:
    import django

    django.setup()
    from cop_search.analysis import analyser

    before = _resident()
    for language in sys.argv[1].split():
        analyser(language)
    print(_resident() - before)


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


if __name__ == "__main__":
    main()
