"""What a translation lost of its source, or has too much."""

import pytest
from django.utils import translation

from cop_blocks.translation.helps.comparing import differences

SAME = [
    ("Kom om 14.00 uur", "Come at 14:00"),
    ("€ 1.000,50 voor 3 mkb'ers", "€ 1,000.50 for 3 SMEs"),
    ("op 1 september 2026", "on September 1, 2026"),
    ("om 9.30 uur", "at 09:30"),
    ("1\u202f000 bedrijven", "1,000 companies"),
    ("Dag {name}, nog %(count)s van %s", "Hi {name}, %(count)s of %s left"),
    (
        'Lees <a id="a1">dit</a> en <a id="a2">dat</a>',
        'See <a id="a2">that</a>, <a id="a1">this</a>',
    ),
    ("Mail info@example.org.", "Mail to info@example.org"),
    ("Zie https://example.org/2026/09, of bel.", "See https://example.org/2026/09 or call."),
    ("100% sneller", "100% faster"),
    ("zonder", "without"),
    ("", ""),
]
OTHER = [
    ("Er zijn 12 plaatsen", "There are 21 places", ["number 12 -", "number 21 +"]),
    ("van 10 tot 10.000", "from 10", ["number 10.000 -"]),
    ("2 keer 2", "2 times", ["number 2 -"]),
    ("Dag {name}", "Hi {naam}", ["placeholder {name} -", "placeholder {naam} +"]),
    ("nog %(count)s", "left", ["placeholder %(count)s -"]),
    ("nog {{ count }} en {}", "left {{ count }}", ["placeholder {} -"]),
    ('<a id="a1">dit</a>', "this", ["link a1 -"]),
    ("dit", '<a id="a9">this</a>', ["link a9 +"]),
    (
        "info@example.org",
        "info@example.com",
        ["address info@example.org -", "address info@example.com +"],
    ),
    ("Zie https://example.org/nl/", "See our site", ["address https://example.org/nl/ -"]),
    ("a &lt; 5", "a &lt; 6", ["number 5 -", "number 6 +"]),
]


@pytest.mark.parametrize(("source", "text"), SAME)
def test_what_only_looks_different_is_the_same(source, text):
    assert differences(source, text) == []


@pytest.mark.parametrize(("source", "text", "told"), OTHER)
def test_what_is_missing_or_new_is_told(source, text, told):
    found = differences(source, text)
    assert [f"{d.kind} {d.found} {'-' if d.is_missing else '+'}" for d in found] == told


def test_a_difference_is_told_in_the_language_of_the_reader():
    [lost] = differences("12 plaatsen", "places")
    with translation.override("nl"):
        assert lost.message == "Het getal 12 ontbreekt."
    with translation.override("en"):
        assert lost.message == "The number 12 is missing."


ODD = ["<<<", '<a id="', "\0", "%(", "{" * 5000, "9" * 5000, "1." * 5000]
LONG = ["a" * 500_000, "a@" * 99_999, "{{ " * 99_999]


@pytest.mark.parametrize("text", [*ODD, *LONG], ids=lambda text: text[:3])
def test_any_text_is_compared(text):
    assert differences(text, text) == []
