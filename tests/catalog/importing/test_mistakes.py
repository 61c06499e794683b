"""Files with mistakes: everything is named, nothing is written."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from cop_blocks.models import Organisation
from cop_catalog.importing import ImportRefused, import_initiatives
from cop_catalog.models import InitiativePage
from tests.catalog import factories
from tests.catalog.importing.rows import HEADINGS, VOUCHER


def refused(path, site) -> list[str]:
    """What the import says, in English; that it wrote nothing is checked here once for all."""
    with translation.override("en"):
        with pytest.raises(ImportRefused) as caught:
            import_initiatives(path, site.catalogue)
        told = [str(problem) for problem in caught.value.problems]
    assert list(InitiativePage.objects.all()) == []
    assert list(Organisation.objects.all()) == []
    return told


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "Voorbeeld: voucher",
            "",
            "Row 2, column “naam”: This cell is empty. Fill it in.",
        ),
        (
            "Eén zin",
            "x" * 161,
            f"Row 2, column “samenvatting”: “{'x' * 59}…”. This text has 161 characters."
            " Make it 160 characters at most.",
        ),
        (
            "https://example.org/voucher",
            "javascript:alert(1)",
            "Row 2, column “website”: “javascript:alert(1)”. This is not a web address."
            " Write it in full, starting with https://.",
        ),
        (
            "actief",
            "misschien",
            "Row 2, column “status”: “misschien”. This word is not known here."
            " Use one of: actief, gesloten, afgerond, concept.",
        ),
        (
            "netwerk",
            "vereniging",
            "Row 2, column “soort_aanbieder”: “vereniging”. This word is not known here."
            " Use one of: publiek, privaat, onderwijs, bedrijfsleven, netwerk.",
        ),
        (
            "digitalisering|circulair",
            "digitalisering|ruimtevaart",
            "Row 2, column “thema”: “ruimtevaart”. No term has this name."
            " Correct it, or add it to the terms, as another name of one if need be.",
        ),
    ],
)
def test_a_mistake_is_named_by_row_column_value_reason_and_advice(
    vocabularies, write, old, new, message
):
    assert refused(write(VOUCHER.replace(old, new)), vocabularies) == [message]


def test_mistakes_are_told_in_the_language_of_whoever_imports(vocabularies, write):
    with translation.override("nl"), pytest.raises(ImportRefused) as caught:
        import_initiatives(write(VOUCHER.replace("actief", "?")), vocabularies.catalogue)

    with translation.override("nl"):
        assert str(caught.value.problems[0]) == (
            "Rij 2, kolom “status”: “?”. Dit woord is hier niet bekend."
            " Gebruik een van deze woorden: actief, gesloten, afgerond, concept."
        )


def test_all_mistakes_of_a_file_are_named_at_once(vocabularies, write):
    path = write(
        VOUCHER, VOUCHER.replace("actief", "?"), VOUCHER.replace("zh-1", "zh-9").replace("mkb", "?")
    )

    assert refused(path, vocabularies) == [
        "Row 3, column “extern_id”: “zh-1”. Row 2 has the same number."
        " Give each initiative a number of its own.",
        "Row 3, column “status”: “?”. This word is not known here."
        " Use one of: actief, gesloten, afgerond, concept.",
        "Row 4, column “doelgroep”: “?”. No term has this name."
        " Correct it, or add it to the terms, as another name of one if need be.",
    ]


def test_another_encoding_is_refused(vocabularies, write):
    path = write(VOUCHER, encoding="windows-1252")

    assert refused(path, vocabularies) == [
        "The file is not in UTF-8: line 2 holds other characters."
        " Save it in your spreadsheet program as “CSV UTF-8”."
    ]


@pytest.mark.parametrize("separator", [",", "\t"])
def test_another_separator_is_refused(vocabularies, write, separator):
    path = write(VOUCHER.replace(";", separator), headings=HEADINGS.replace(";", separator))

    assert refused(path, vocabularies) == [
        "The columns are not separated by semicolons. Save the file with “;” between the columns."
    ]


def test_a_semicolon_outside_quotation_marks_is_refused(vocabularies, write):
    path = write(VOUCHER.replace("Eén zin", "Eén; zin"))

    assert refused(path, vocabularies) == [
        "Row 2: This row has 13 cells, and there are 12 headings."
        " Put a text that holds a semicolon between quotation marks."
    ]


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        (
            HEADINGS.replace("extern_id", "nummer"),
            "The column “extern_id” is missing."
            " Add it, with exactly this heading on the first row.",
        ),
        (
            HEADINGS.replace("website", "naam"),
            "The column “naam” is there twice. Keep one of the two.",
        ),
    ],
)
def test_headings_are_checked(vocabularies, write, headings, message):
    assert refused(write(VOUCHER, headings=headings), vocabularies) == [message]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty. Choose a file with headings."),
        (b"PK\x03\x04\x00\x00", "This is not a text file: it holds characters that no text has."),
        (HEADINGS.encode() + b'\n"zh-1;', "Line 2 cannot be read."),
    ],
)
def test_what_is_no_csv_file_is_refused(vocabularies, tmp_path, content, message):
    path = tmp_path / "bestand.csv"
    path.write_bytes(content)

    assert [text[: len(message)] for text in refused(path, vocabularies)] == [message]


def test_a_file_that_is_not_there_is_named(vocabularies, tmp_path):
    path = tmp_path / "weg.csv"

    assert refused(path, vocabularies) == [
        f"The file “{path}” cannot be read. Check its name and place (No such file or directory)."
    ]


def test_two_pages_with_one_number_are_refused(vocabularies, write):
    first = factories.make_initiative(vocabularies.catalogue, "Een", external_id="zh-1")
    second = factories.make_initiative(vocabularies.catalogue, "Twee", external_id="zh-1")

    with translation.override("en"), pytest.raises(ImportRefused) as caught:
        import_initiatives(write(VOUCHER), vocabularies.catalogue)

    assert str(caught.value) == (
        "Row 2, column “extern_id”: “zh-1”. Several initiatives carry this number: "
        f"Een ({first.pk}), Twee ({second.pk}). Clear it on all but one of them."
    )


def test_a_crash_half_way_leaves_nothing(vocabularies, write, monkeypatch):
    def crash(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_initiatives(write(VOUCHER), vocabularies.catalogue, progress=crash)

    assert list(InitiativePage.objects.all()) == []
    assert list(Organisation.objects.all()) == []


def test_formulas_and_mark_up_stay_text(vocabularies, write, client):
    path = write(VOUCHER.replace("Eén zin", "=1+1 <script>alert(1)</script>"))

    import_initiatives(path, vocabularies.catalogue)

    made = InitiativePage.objects.get()
    assert made.summary == "=1+1 <script>alert(1)</script>"
    assert "<script>alert" not in client.get(made.url).content.decode()


def test_the_command_counts_the_mistakes(vocabularies, write, capsys):
    with translation.override("en"), pytest.raises(CommandError, match="1 mistake"):
        call_command(
            "cop_import_initiatives",
            write(VOUCHER.replace("actief", "?")),
            index=str(vocabularies.catalogue.pk),
        )

    assert "Row 2, column “status”" in capsys.readouterr().err


def test_an_unknown_user_is_refused(vocabularies, write):
    with pytest.raises(CommandError, match="niemand"):
        call_command(
            "cop_import_initiatives",
            write(VOUCHER),
            index=str(vocabularies.catalogue.pk),
            user="niemand",
        )
