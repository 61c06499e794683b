"""The words of a page: of every block, of what is chosen in it, without a query a page."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    RawHTMLBlock,
    RichTextBlock,
    StaticBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Collection, Locale, Page
from wagtail.snippets.blocks import SnippetChooserBlock

from cop_blocks.models import InformationPage, Person
from cop_blocks.page_text import plain, read_ahead, text_of


class Secretive(StructBlock):
    """A block of a host that says itself what is searched of it."""

    shown = CharBlock()
    hidden = CharBlock()

    def get_searchable_content(self, value):
        return [value["shown"]]


STREAM = StreamBlock(
    [
        ("words", CharBlock()),
        ("not_searched", CharBlock(search_index=False)),
        ("rich", RichTextBlock()),
        ("raw", RawHTMLBlock()),
        ("static", StaticBlock()),
        ("choice", ChoiceBlock(choices=[("a", "Voucher"), ("b", "Loan")])),
        ("nested", StructBlock([("title", CharBlock()), ("rows", ListBlock(CharBlock()))])),
        ("deep", StreamBlock([("inner", StructBlock([("text", RichTextBlock())]))])),
        ("secretive", Secretive()),
        ("cells", TypedTableBlock([("text", CharBlock()), ("rich", RichTextBlock())])),
        ("grid", TableBlock()),
        ("picture", ImageBlock()),
        ("person", SnippetChooserBlock("cop_blocks.Person")),
        ("document", DocumentChooserBlock()),
        ("page", PageChooserBlock()),
    ]
)


def stored(*blocks):
    """A page with these blocks as they lie in the database."""
    raw = [
        {"type": name, "value": value, "id": str(place)}
        for place, (name, value) in enumerate(blocks)
    ]
    value = STREAM.to_python(raw)
    options = SimpleNamespace(get_field=lambda name: None)
    return SimpleNamespace(body=value, _meta=options)


def document(title):
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    return get_document_model().objects.create(title=title, file=ContentFile(b"x", name="x.pdf"))


@pytest.mark.parametrize(
    ("block", "value", "said"),
    [
        ("words", "Lening", "Lening"),
        ("not_searched", "Intern", ""),
        (
            "rich",
            "<h2>Voor wie</h2><p>Alle <b>onder</b>nemers &amp; zzp</p>",
            "Voor wie Alle ondernemers & zzp",
        ),
        ("raw", "<p>Welkom</p><script>steel()</script><!-- stil -->", "Welkom"),
        ("static", None, ""),
        ("choice", "b", "Loan"),
        (
            "nested",
            {"title": "Kop", "rows": ["een", {"type": "item", "value": "twee"}]},
            "Kop\neen\ntwee",
        ),
        ("deep", [{"type": "inner", "value": {"text": "<p>Diep</p>"}}], "Diep"),
        ("deep", [{"type": "gone", "value": {"text": "Weg"}}], ""),
        ("secretive", {"shown": "Open", "hidden": "Dicht"}, "Open"),
        (
            "cells",
            {
                "caption": "Wat er is",
                "columns": [
                    {"type": "text", "heading": "Soort"},
                    {"type": "rich", "heading": "Tot"},
                ],
                "rows": [{"values": ["Voucher", "<p>2.500 <i>euro</i></p>"]}],
            },
            "Wat er is\nSoort\nTot\nVoucher\n2.500 euro",
        ),
        ("grid", {"data": [["Voucher", None], ["Lening", "veel"]]}, "Voucher\nLening\nveel"),
        ("picture", {"image": 1, "decorative": False, "alt_text": "Een brug"}, "Een brug"),
        ("picture", {"image": 1, "decorative": True, "alt_text": "Een brug"}, ""),
        ("person", 987, ""),
    ],
)
@pytest.mark.django_db
def test_of_each_block_what_a_visitor_reads(block, value, said):
    assert text_of(stored((block, value)), "body") == said


@pytest.mark.django_db
def test_what_is_chosen_is_named_and_of_a_page_nothing():
    """A page that is linked to may be private, or be called otherwise tomorrow."""
    person = Person.objects.create(name="Anna Jansen")
    leaflet = document("Folder over leningen")
    locale = Locale.objects.get_or_create(language_code="nl")[0]
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Geheim", slug="geheim", locale=locale)
    )
    page = stored(("person", person.pk), ("document", leaflet.pk), ("page", root.pk))
    assert text_of(page, "body") == "Anna Jansen\nFolder over leningen"


@pytest.mark.django_db
def test_a_document_that_a_text_links_to_is_named():
    leaflet = document("Folder over leningen")
    link = f'<a linktype="document" id="{leaflet.pk}">dit</a>'
    html = f'<p>Lees {link}, niet <a id="3" href="#">dat</a>.</p>'
    assert text_of(stored(("rich", html)), "body") == "Lees dit, niet dat.\nFolder over leningen"


@pytest.mark.parametrize("pages", [1, 4])
@pytest.mark.django_db
def test_many_pages_are_read_in_a_query_a_model(django_assert_num_queries, pages):
    locale = Locale.objects.get_or_create(language_code="nl")[0]
    made = []
    for number in range(pages):
        person = Person.objects.create(name=f"Persoon {number}")
        leaflet = document(f"Folder {number}")
        body = [
            ("contact_person", {"person": person, "about": "Alles"}),
            ("documents", {"items": [{"document": leaflet, "title": ""}]}),
        ]
        page = InformationPage(title="Wie", locale=locale, body=body)
        stored_body = page.body.get_prep_value()
        page.body = page._meta.get_field("body").stream_block.to_python(stored_body)
        made.append(page)
    with django_assert_num_queries(2):
        read_ahead(made)
        texts = [text_of(page, "body") for page in made]
    assert texts == [f"Persoon {each}\nAlles\nFolder {each}" for each in range(pages)]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("a<br>b", "a b"),
        ("zo<strong>veel</strong>", "zoveel"),
        ("1 &lt; 2", "1 < 2"),
        ("<style>p {}</style>x<SCRIPT>y</SCRIPT >", "x"),
        ("", ""),
    ],
)
def test_plain_words_of_html(html, said):
    assert " ".join(plain(html).split()) == said
