"""Which text became which, told by its place and its words."""

from cop_blocks.translation.freshness.pairing import Text, pairs

HASHED = "body.b1.table."


def became(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> dict[str, str]:
    strings = {data: number for number, data in enumerate({d for _p, d in [*before, *after]})}
    contexts = {path: number for number, path in enumerate({p for p, _d in [*before, *after]})}

    def texts(rows: list[tuple[str, str]]) -> list[Text]:
        return [
            Text(path, contexts[path], strings[data], data, order)
            for order, (path, data) in enumerate(rows)
        ]

    return {new.data: old.data for old, new in pairs(texts(before), texts(after))}


def body(*paragraphs: str) -> list[tuple[str, str]]:
    return [("body", paragraph) for paragraph in paragraphs]


def test_a_text_that_is_alone_in_its_place_is_paired_whatever_it_says():
    assert became([("title", "Mensen")], [("title", "Iets anders")]) == {"Iets anders": "Mensen"}


def test_what_was_not_changed_is_in_no_pair():
    assert became(body("a", "b"), body("a", "b")) == {}


def test_paragraphs_are_paired_by_their_words_though_they_move():
    before = body("Een voucher voor het kleinbedrijf.", "De sessie begint om tien uur.", "Kom ook.")
    after = body("Kom ook.", "De sessie begint om elf uur.", "Een voucher voor elk kleinbedrijf.")
    assert became(before, after) == {
        "De sessie begint om elf uur.": "De sessie begint om tien uur.",
        "Een voucher voor elk kleinbedrijf.": "Een voucher voor het kleinbedrijf.",
    }


def test_a_paragraph_that_is_rewritten_is_paired_by_its_place():
    assert became(body("a b c", "x y z", "d e f"), body("a b c", "Nieuw.", "d e f")) == {
        "Nieuw.": "x y z"
    }


def test_a_paragraph_added_beside_others_gets_the_words_of_none():
    assert became(body("a b c", "d e f"), body("a b c", "Nieuw.", "d e f")) == {}
    assert became(body("a b c", "d e f"), body("a b c")) == {}


def test_of_two_that_are_the_same_one_may_change():
    assert became(body("x y", "a", "x y"), body("x y", "a", "x z")) == {"x z": "x y"}


def test_a_cell_whose_path_is_made_of_its_text_is_paired_by_place():
    before = [(f"{HASHED}{'a' * 16}", "Bedrag"), (f"{HASHED}{'b' * 16}", "Voucher")]
    after = [(f"{HASHED}{'c' * 16}", "Euro"), (f"{HASHED}{'b' * 16}", "Voucher")]
    assert became(before, after) == {"Euro": "Bedrag"}


def test_a_block_that_was_made_again_is_known_by_its_words_alone():
    again = [("body.new", "Een voucher voor elk kleinbedrijf.")]
    assert became([("body.old", "Een voucher voor het kleinbedrijf.")], again) == {
        "Een voucher voor elk kleinbedrijf.": "Een voucher voor het kleinbedrijf."
    }
    assert became([("body.old", "Kom naar de sessie!")], again) == {}


def test_a_field_that_was_filled_is_not_the_one_beside_it_that_was_cleared():
    assert became([("summary", "a b c")], [("seo_title", "a b c")]) == {}
