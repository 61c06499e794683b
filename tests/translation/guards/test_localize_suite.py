"""What the comparison with wagtail-localize's own tests calls wrong."""

from tools.localize_suite.__main__ import HERE, expected, judge

CONTROL = {"a": "passed", "b": "passed", "c": "failed as expected"}


def judged(off, on, listed=""):
    return judge({"control": CONTROL, "off": CONTROL | off, "on": CONTROL | on}, listed)


def test_nothing_is_wrong_where_all_ends_as_it_did():
    assert judged({}, {}) == []


def test_a_difference_with_the_guards_off_is_wrong_also_where_it_is_listed():
    assert judged({"a": "failed: x"}, {}, "") == ["with the guards off, a failed: x"]
    assert judged({"a": "failed: x"}, {"a": "failed: x"}, "# Why\na\n") == [
        "with the guards off, a failed: x"
    ]


def test_with_the_guards_on_a_new_difference_and_one_that_went_are_wrong():
    assert judged({}, {"a": "failed: x", "c": "passed"}, "# Why\na\nb\n") == [
        "not in differs.txt: c passed",
        "does not differ any more: b",
    ]


def test_a_test_that_was_not_run_differs():
    ended = {"control": CONTROL, "off": {}, "on": CONTROL}
    assert judge(ended, "") == [f"with the guards off, {test} was not run" for test in "abc"]


def test_every_test_that_differs_stands_below_a_reason_and_once():
    text = (HERE / "differs.txt").read_text()
    lines = [line for line in text.splitlines() if line]
    assert lines[0].startswith("# ")
    assert len(expected(text)) == sum(not line.startswith("#") for line in lines)
