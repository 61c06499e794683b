"""Sessions from a spreadsheet."""

from datetime import date, time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from cop_events.models import Session, SessionPage
from tests.events.factories import fresh, series, theme

pytestmark = pytest.mark.django_db

GOOD = """\
number;title;theme;when;place;mode;status
1;Digitaal;digitalisation;11 juni 2026 13:00-17:00;Stadhuis;onsite;planned
2;Circulair;Thema circular;september-oktober 2026;;online;
3;Mensen;human-capital|digitalisation;november 2026;;Op locatie en online;Geannuleerd
4;Ecosysteem;;1-2 december 2026;;;concept
"""


@pytest.fixture
def index() -> Any:
    for code in ("digitalisation", "circular", "human-capital"):
        theme(code)
    return series()


@pytest.fixture
def run(index: Any, tmp_path: Path) -> Any:
    def run_(text: str | bytes, **options: Any) -> str:
        file = tmp_path / "sessions.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        out = StringIO()
        with override("en"):
            call_command(
                "cop_import_sessions", str(file), index="/nl/sessies-2026/", stdout=out, **options
            )
        return out.getvalue()

    return run_


def themes(page: Any) -> list[str]:
    return [row.tag.code for row in page.cop_term_rows.all()]


def test_a_good_file_makes_its_sessions(run: Any, index: Any) -> None:
    assert run(GOOD).splitlines()[-1] == "4 new, 0 changed, 0 the same, 0 skipped."
    one, two, three, four = SessionPage.objects.child_of(index).order_by("number")
    assert (one.title, one.venue_name, one.live) == ("Digitaal", "Stadhuis", True)
    assert (one.start_date, one.start_time, one.end_time) == (date(2026, 6, 11), time(13), time(17))
    assert (two.precision, two.start_date, two.end_date, two.mode, themes(two)) == (
        "months",
        date(2026, 9, 1),
        date(2026, 10, 1),
        "online",
        ["circular"],
    )
    assert (three.precision, three.mode, three.status) == ("month", "hybrid", "cancelled")
    assert themes(three) == ["human-capital", "digitalisation"]
    assert (four.live, four.last_day) == (False, date(2026, 12, 2))
    assert Session.objects.count() == 3


def test_the_same_file_again_changes_nothing(run: Any, index: Any) -> None:
    run(GOOD)
    before = [(page.pk, page.latest_revision_id) for page in SessionPage.objects.order_by("pk")]
    assert run(GOOD).splitlines() == ["0 new, 0 changed, 4 the same, 0 skipped."]
    assert before == [(p.pk, p.latest_revision_id) for p in SessionPage.objects.order_by("pk")]


def test_a_changed_row_changes_its_session_by_number(run: Any, index: Any) -> None:
    run(GOOD)
    answer = run(GOOD.replace("september-oktober 2026", "1 oktober 2026 13.00-17.00"))
    assert answer.splitlines() == ["changed: Circulair", "0 new, 1 changed, 3 the same, 0 skipped."]
    page = SessionPage.objects.get(number=2)
    assert (page.precision, page.start_date, page.end_date) == ("time", date(2026, 10, 1), None)
    assert page.session.sequence == 1


def test_what_an_editor_has_in_draft_is_left_alone(run: Any, index: Any) -> None:
    run(GOOD)
    page = SessionPage.objects.get(number=1)
    page.introduction = "Nog niet klaar"
    page.save_revision()
    answer = run(GOOD.replace("11 juni", "12 juni"))
    assert answer.splitlines() == [
        "skipped: it has a draft that is not published: Digitaal",
        "0 new, 0 changed, 3 the same, 1 skipped.",
    ]
    assert fresh(page).start_date == date(2026, 6, 11)


def test_what_the_file_leaves_empty_stays(run: Any, index: Any) -> None:
    run(GOOD)
    run("number;title;when\n1;Digitaal;12 juni 2026 13:00-17:00\n")
    page = SessionPage.objects.get(number=1)
    assert (page.start_date, page.venue_name, themes(page)) == (
        date(2026, 6, 12),
        "Stadhuis",
        ["digitalisation"],
    )


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(run: Any, index: Any) -> None:
    assert run(GOOD, dry_run=True).splitlines() == [
        "new: Digitaal",
        "new: Circulair",
        "new: Mensen",
        "new: Ecosysteem",
        "4 new, 0 changed, 0 the same, 0 skipped.",
        "This was a dry run: nothing has been written.",
    ]
    assert SessionPage.objects.count() == 0


def test_a_cell_may_hold_a_semicolon_and_a_line_break(run: Any, index: Any) -> None:
    run('number;title;when\n1;"Mensen;\nen meer";mei 2026\n')
    assert SessionPage.objects.get().title == "Mensen; en meer"


def test_headings_may_be_dutch(run: Any, index: Any) -> None:
    text = "\ufeffNummer;Titel;Thema;Wanneer;Plaats;Vorm;Status\n1;Mensen;;mei 2026;Kade;online;\n"
    run(text)
    page = SessionPage.objects.get()
    assert (page.title, page.venue_name, page.mode) == ("Mensen", "Kade", "online")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("x;T;;mei 2026;;;", "Row 3, column “number”: Write the number of the session"),
        ("1;T;;mei 2026;;;", "Row 3, column “number”: The number stands in row 2 too."),
        ("2;;;mei 2026;;;", "Row 3, column “title”: Write the title of the session."),
        ("2;T;;ooit;;;", "Row 3, column “when”: “ooit” is not a date that can be read."),
        ("2;T;;;;;", "Row 3, column “when”: “” is not a date that can be read."),
        ("2;T;;31 juni 2026;;;", "Row 3, column “when”: “31 juni 2026” is not a date"),
        ("2;T;vuur;mei 2026;;;", "Row 3, column “theme”: There is no theme “vuur”."),
        (
            "2;T;;mei 2026;;thuis;",
            "Row 3, column “mode”: “thuis” is not known. Write one of: onsite, online, hybrid.",
        ),
        ("2;T;;mei 2026;;;weg", "Row 3, column “status”: “weg” is not known."),
        (f"2;{'T' * 256};;mei 2026;;;", "Row 3, column “title”: The title is too long"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_written(run: Any, row: str, problem: str) -> None:
    good = "number;title;theme;when;place;mode;status\n1;Goed;;mei 2026;;;\n"
    with pytest.raises(CommandError) as error:
        run(good + row + "\n")
    first, last = str(error.value).splitlines()[0], str(error.value).splitlines()[-1]
    assert first.startswith(problem)
    assert last == "Nothing has been written."
    assert SessionPage.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file has no column “number”."),
        (b"number,title,when\n1,T,mei 2026\n", "The file has no column “number”."),
        (
            b'number;title;when\n1;"' + b"x" * 200_000,
            "The file cannot be read from line 2 on: a cell there has no end.",
        ),
        ("number;title;when\n1;Café;mei 2026".encode("cp1252"), "The file is not UTF-8."),
    ],
)
def test_a_file_that_cannot_be_read_is_told(run: Any, content: bytes, message: str) -> None:
    with pytest.raises(CommandError) as error:
        run(content)
    assert str(error.value).startswith(message)


def test_a_series_that_is_not_there_is_told_with_those_that_are(index: Any) -> None:
    with pytest.raises(CommandError) as error, override("en"):
        call_command("cop_import_sessions", "x.csv", index="/nl/weg/")
    assert str(error.value) == (
        f"There is no series at “/nl/weg/”. There is: /nl/sessies-2026/ ({index.pk})."
    )


def test_a_file_that_is_not_there_is_told(index: Any) -> None:
    with pytest.raises(CommandError) as error, override("en"):
        call_command("cop_import_sessions", "/no/such/file.csv", index=str(index.pk))
    assert str(error.value) == "The file cannot be read: No such file or directory."
