"""A PO file says how things stand, and is read back with nothing lost."""

import polib
import pytest
from django.utils import translation as language

from cop_blocks.translation.pofiles.export import export
from cop_blocks.translation.pofiles.plan import Kind, plan
from cop_blocks.translation.pofiles.reading import Unreadable, read, text_of
from tests.blocks.facts.factories import fresh
from tests.translation.help.texts import counted, said, say, segment, submitted

pytestmark = pytest.mark.django_db

BODY = '<p>Eerste zin</p><p>Tweede zin</p><p>Lees <a href="https://example.org/">dit</a></p>'
LINK = 'Lees <a id="a1">dit</a>'


@pytest.fixture
def offer(world):
    """The first text approved, the second a machine's, the third not translated."""
    made = submitted(BODY, title="Aanbod", summary="Dag {name}")
    say(made, "Eerste zin", "First sentence")
    say(made, "Tweede zin", "Second sentence", machine=True)
    return made


def change(offer, **fields):
    """The source says something else, and its translations are told so."""
    source = fresh(offer.source.get_source_instance(), **fields)
    source.save_revision().publish()
    offer.source.update_from_db()


def file(offer, *entries, of=None):
    """A file of the translation that says this, each entry by place, text, translation, flags."""
    po = export(offer)
    if of is not None:
        for entry in po:
            if entry.msgid in of:
                entry.msgstr, entry.flags = of[entry.msgid][0], list(of[entry.msgid][1:])
    for place, text, translation, *flags in entries:
        po.append(polib.POEntry(msgctxt=place, msgid=text, msgstr=translation, flags=flags))
    return po


def planned(offer, po):
    made = plan(offer, read(str(po), offer))
    return [(row.kind, row.source, row.old, row.new, row.is_machine) for row in made.rows]


def test_the_file_says_what_is_a_machines_and_where_a_text_stands(offer):
    po = polib.pofile(str(offer.export_po()))
    entries = {entry.msgid: entry for entry in po}

    assert (po.metadata["Language"], po.metadata["X-Source-Language"]) == ("en", "nl")
    assert po.metadata["X-WagtailLocalize-TranslationID"] == str(offer.uuid)
    with language.override("en"):
        assert [
            (
                entries[text].msgctxt,
                entries[text].msgstr,
                entries[text].flags,
                entries[text].comment,
            )
            for text in ("Eerste zin", "Tweede zin", LINK)
        ] == [
            ("body", "First sentence", [], "Body"),
            ("body", "Second sentence", ["fuzzy"], "Body"),
            ("body", "", [], "Body"),
        ]
    assert entries["Vraag aan"].comment == "Offer step row › Title"


def test_a_changed_text_comes_with_what_it_was_and_how_that_was_translated(offer):
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    po = polib.pofile(str(export(offer)))
    [entry] = [entry for entry in po if entry.msgid == "Eerste mooie zin"]
    [before] = po.obsolete_entries()

    assert (entry.msgstr, entry.flags, entry.previous_msgid) == (
        "First sentence",
        ["fuzzy"],
        "Eerste zin",
    )
    assert (before.msgid, before.msgstr, before.msgctxt) == ("Eerste zin", "First sentence", "body")


def test_a_file_that_comes_back_as_it_went_changes_nothing(offer):
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    made = plan(offer, read(str(export(offer)), offer))
    assert (made.rows, made.unchanged) == ([], 2)


def test_what_was_translated_offline_is_told_text_by_text(offer):
    po = file(
        offer,
        ("body", "Nooit gezien", "Never seen"),
        ("elders", "Eerste zin", "First"),
        of={
            "Eerste zin": ["The first sentence"],
            "Tweede zin": ["Second sentence"],
            LINK: ['Read <a id="a1">this</a>', "fuzzy"],
            "Dag {name}": ["Hi"],
            "Lever in": ["<p>Hand in"],
        },
    )
    assert planned(offer, po) == [
        (Kind.NEW, "Dag {name}", "", "Hi", False),
        (Kind.CHANGED, "Eerste zin", "First sentence", "The first sentence", False),
        (Kind.APPROVED, "Tweede zin", "Second sentence", "Second sentence", False),
        (Kind.NEW, LINK, "", 'Read <a id="a1">this</a>', True),
        (Kind.BROKEN, "Lever in", "", "<p>Hand in", False),
        (Kind.UNKNOWN, "Nooit gezien", "", "Never seen", False),
        (Kind.UNKNOWN, "Eerste zin", "", "First", False),
    ]


def test_a_fuzzy_text_over_an_approved_one_is_a_question(offer):
    po = file(offer, of={"Eerste zin": ["First?", "fuzzy"], "Tweede zin": ["Second?", "fuzzy"]})
    assert planned(offer, po) == [
        (Kind.FUZZY, "Eerste zin", "First sentence", "First?", True),
        (Kind.CHANGED, "Tweede zin", "Second sentence", "Second?", True),
    ]
    same = file(offer, of={"Eerste zin": ["First sentence", "fuzzy"]})
    assert planned(offer, same) == []


def test_a_file_that_is_older_than_the_source_tells_what_is_stale(offer):
    old = file(offer, of={"Eerste zin": ["The first sentence"]})
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    [row] = [row for row in plan(offer, old).rows if row.source == "Eerste zin"]
    assert (row.kind, row.new) == (Kind.STALE, "The first sentence")
    assert row.now == ("Eerste mooie zin",)


def test_a_text_that_came_back_is_taken_from_the_old_entries(offer):
    change(offer, body=BODY.replace("Eerste zin", "Eerste mooie zin"))
    old = export(offer)
    change(offer, body=BODY)
    assert [(row.kind, row.source) for row in plan(offer, old).rows] == [
        (Kind.STALE, "Eerste mooie zin")
    ]


def test_a_text_that_stands_twice_with_two_translations_is_refused(offer):
    po = file(offer, ("body", "Tweede zin", "Sentence two"), of={"Tweede zin": ["Sentence 2"]})
    assert {row[:2] for row in planned(offer, po)} == {(Kind.TWICE, "Tweede zin")}


def test_fifty_texts_take_the_statements_of_one(world):
    one = submitted("<p>Zin</p>", title="Een")
    many = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Veel")
    of_one, of_many = str(export(one)), str(export(many)).replace('msgstr ""\n\n', 'msgstr "x"\n\n')
    exported = counted(lambda: export(one))
    imported = counted(lambda: plan(one, read(of_one, one)))

    assert counted(lambda: export(many)) == exported <= 5
    assert counted(lambda: plan(many, read(of_many, many))) == imported <= 4


HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"X-WagtailLocalize-TranslationID: {uuid}\\n"\n'
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"x" * 1_000_001, "too large"),
        (b'msgid "a"\0', "bytes that no text has"),
        (HEADER.encode("utf-16"), "bytes that no text has"),
        (HEADER.encode() + b'msgid "caf\xe9"\nmsgstr "x"\n', "cannot be read as UTF-8"),
        (HEADER.replace("UTF-8", "punycode").encode(), "cannot be read as punycode"),
        (HEADER.replace("UTF-8", "klingon").encode(), "cannot be read as klingon"),
        (b'msgid "a"\nmsgstr "b"\n', "no header"),
        (HEADER.replace("X-WagtailLocalize", "X-Other").encode(), "does not say which translation"),
        (HEADER.encode(), "another page or to another language"),
        (b"no po file", "see line 1"),
        (b'msgid "a', "no header"),
        (b"/etc/passwd", "see line 1"),
        (b'msgstr[x] "a"\nmsgid_plural 5\n#| #~ "', "PO file"),
    ],
)
def test_what_is_no_po_file_of_this_translation_is_told(offer, content, message):
    with language.override("en"), pytest.raises(Unreadable, match=message):
        read(text_of(content), offer)


def test_a_file_in_another_language_is_told(offer):
    other = export(offer)
    other.metadata["Language"] = "de"
    with language.override("en"), pytest.raises(Unreadable, match="“de”; here it has to be “en”"):
        read(str(other), offer)
    other.metadata["Language"] = "en_GB"
    assert plan(offer, read(str(other), offer)).rows == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "iso-8859-1", "cp1252"])
def test_a_file_in_another_encoding_is_read(offer, encoding):
    po = file(offer, of={"Eerste zin": ["Café"]})
    text = (
        str(po)
        .replace("›", ">")
        .replace("charset=UTF-8", f"charset={encoding.removesuffix('-sig')}")
    )
    found = planned(offer, read(text_of(text.encode(encoding)), offer))
    assert found == [(Kind.CHANGED, "Eerste zin", "First sentence", "Café", False)]


def test_code_that_imports_keeps_what_people_approved(offer):
    """wagtail-localize's own import, as other packages call it, takes what is fuzzy for final."""
    offer.import_po(
        file(
            offer,
            of={
                "Eerste zin": ["First?", "fuzzy"],
                "Tweede zin": ["Second sentence"],
                LINK: ['Read <a id="a1">it</a>', "fuzzy"],
                "Dag {name}": ["Hi {name}"],
            },
        ),
        delete=True,
    )
    assert said(offer) == {
        "Eerste zin": ("First sentence", "manual"),
        "Tweede zin": ("Second sentence", "manual"),
        LINK: ('Read <a id="a1">it</a>', "machine"),
        "Dag {name}": ("Hi {name}", "manual"),
    }
    offer.import_po(file(offer, of={"Eerste zin": [""]}), delete=True)
    assert "Eerste zin" not in said(offer)


def test_a_text_twice_in_one_place_is_one_entry(world):
    twice = submitted("<p>Zelfde</p><p>Zelfde</p>", title="Aanbod")
    assert [entry.msgid for entry in export(twice)].count("Zelfde") == 1
    assert segment(submitted("<p>Enkel</p>", title="Ander"), "Enkel").string.data == "Enkel"
