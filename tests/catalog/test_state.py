"""Where an initiative stands follows from what editors have said, at the moment of asking."""

from datetime import date

import pytest
from django.utils import translation

from cop_catalog.labels import standing_label
from cop_catalog.state import Standing, Timing, Word, standing
from cop_search.facade import State

BEFORE, FIRST, WITHIN, LAST, AFTER = (
    date(2027, 2, 28),
    date(2027, 3, 1),
    date(2027, 3, 15),
    date(2027, 3, 31),
    date(2027, 4, 1),
)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (BEFORE, Standing(State.SOON, Word.SOON, FIRST)),
        (FIRST, Standing(State.OPEN, Word.OPEN, LAST)),
        (WITHIN, Standing(State.OPEN, Word.OPEN, LAST)),
        (LAST, Standing(State.OPEN, Word.OPEN, LAST)),
        (AFTER, Standing(State.CLOSED, Word.ENDED, LAST)),
    ],
)
def test_first_and_last_day_count_as_open(today, expected):
    assert standing(Timing(opens_on=FIRST, closes_on=LAST), today) == expected


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        (Timing(), Standing(State.OPEN, Word.ACTIVE)),
        (Timing(is_rolling=True), Standing(State.OPEN, Word.ROLLING)),
        (Timing(opens_on=FIRST), Standing(State.OPEN, Word.OPEN)),
        (Timing(opens_on=FIRST, is_rolling=True), Standing(State.OPEN, Word.ROLLING)),
        (Timing(opens_on=AFTER, is_rolling=True), Standing(State.SOON, Word.SOON, AFTER)),
        (Timing(closes_on=LAST), Standing(State.OPEN, Word.OPEN, LAST)),
        (Timing(closes_on=FIRST), Standing(State.CLOSED, Word.ENDED, FIRST)),
    ],
)
def test_missing_dates_are_without_bound(timing, expected):
    assert standing(timing, WITHIN) == expected


@pytest.mark.parametrize("state", ["paused", "closed", "withdrawn", "merged"])
def test_what_an_editor_said_outweighs_budget_and_dates(state):
    timing = Timing(state=state, opens_on=FIRST, closes_on=LAST, budget_used_up=True)

    assert standing(timing, WITHIN) == Standing(State.CLOSED, Word(state))


@pytest.mark.parametrize("today", [BEFORE, WITHIN, AFTER])
def test_a_used_up_budget_outweighs_the_dates(today):
    timing = Timing(opens_on=FIRST, closes_on=LAST, budget_used_up=True)

    assert standing(timing, today) == Standing(State.CLOSED, Word.USED_UP)


def test_every_word_has_a_label():
    with translation.override("en"):
        labels = [standing_label(Standing(State.OPEN, word, FIRST)) for word in Word]

    assert labels == [
        "Opens on 1 March 2027",
        "Open until 1 March 2027",
        "Open, no closing date",
        "Active",
        "Closed on 1 March 2027",
        "Budget used up",
        "Paused",
        "Closed",
        "Withdrawn",
        "Merged",
    ]
