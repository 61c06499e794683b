"""The upload in the admin: first it tells, then one button writes what was told."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.crypto import get_random_string

from cop_blocks.translation.pofiles.export import export
from tests.rights import client_of, page_of, words
from tests.translation.help.test_po import LINK, file, offer
from tests.translation.help.texts import counted, said, say, submitted

__all__ = ["offer"]

pytestmark = pytest.mark.django_db

SAID = {
    "Eerste zin": ("First sentence", "manual"),
    "Tweede zin": ("Second sentence", "machine"),
}


def url(offer):
    return reverse("wagtail_localize:upload_pofile", args=[offer.pk])


def send(client, offer, po, **fields):
    content = po if isinstance(po, bytes) else str(po).encode()
    upload = SimpleUploadedFile("offer.po", content)
    return client.post(url(offer), {"file": upload, "next": "/cms/", **fields})


def form_of(response):
    """The fields of the preview, as a browser sends them without a box ticked."""
    form = page_of(response).select_one("form:has([name=contents])")
    return {field["name"]: field.get("value", "") for field in form.select("[type=hidden]")}


def told(response):
    """The last message: those before wait for a page that is shown."""
    return [str(message).strip() for message in get_messages(response.wsgi_request)][-1:]


@pytest.fixture
def client(world):
    return client_of(world.people["translator_en"])


CHANGES = {
    "Eerste zin": ["First?", "fuzzy"],
    "Tweede zin": ["Second sentence"],
    "Dag {name}": ["Hi"],
}


def test_the_first_step_tells_and_writes_nothing(client, offer):
    page = page_of(send(client, offer, file(offer, of=CHANGES)))

    tables = {
        words(heading): [words(row) for row in heading.find_next("tbody").select("tr")]
        for heading in page.select("form h2")
        if heading.find_next("tbody")
    }
    assert tables == {
        "What will change": [
            "Summary Dag {name} no translation Hi The placeholder {name} is missing.",
            "Body Tweede zin Second sentence Second sentence The same text, now approved.",
        ],
        "Approved texts that stay, unless you tick them": [
            "Body Eerste zin First sentence First? Unsure (fuzzy): waits for approval."
        ],
    }
    assert said(offer) == SAID
    assert {cell["lang"] for cell in page.select("td[lang], td [lang]")} == {"nl", "en"}


def test_the_button_writes_what_was_told(client, offer):
    response = client.post(url(offer), form_of(send(client, offer, file(offer, of=CHANGES))))
    assert (response.status_code, response.url) == (302, "/cms/")
    assert told(response) == ["2 texts were imported."]
    assert said(offer) == SAID | {
        "Tweede zin": ("Second sentence", "manual"),
        "Dag {name}": ("Hi", "manual"),
    }


def test_an_approved_text_is_replaced_where_it_is_ticked(client, offer):
    preview = send(client, offer, file(offer, of=CHANGES))
    [box] = page_of(preview).select("[type=checkbox][name=replace]")
    assert not box.has_attr("checked")
    client.post(url(offer), form_of(preview) | {"replace": box["value"]})
    assert said(offer)["Eerste zin"] == ("First?", "machine")


def test_what_changed_meanwhile_is_told_before_it_is_written(client, offer):
    fields = form_of(send(client, offer, file(offer, of=CHANGES)))
    say(offer, "Dag {name}", "Hello {name}")
    again = client.post(url(offer), fields)
    assert told(again) == ["The translation has changed meanwhile. Look once more."]
    assert "Hello {name}" in words(page_of(again))
    assert said(offer)["Dag {name}"] == ("Hello {name}", "manual")
    assert client.post(url(offer), form_of(again)).status_code == 302
    assert said(offer)["Dag {name}"] == ("Hi", "manual")


def test_a_file_that_cannot_be_read_ends_in_a_message(client, offer):
    messages = [
        told(client.post(url(offer), {"next": "/cms/"})),
        told(send(client, offer, b"GIF89a\0")),
        told(send(client, offer, b'msgid "a"\nmsgstr "b"\n')),
        told(send(client, offer, export(submitted("<p>Ander</p>", title="Ander")))),
        told(client.post(url(offer), {"contents": "x", "seen": "", "next": "/cms/"})),
    ]
    assert messages == [
        ["Choose a PO file first."],
        ["This file holds bytes that no text has. Save it as a PO file in UTF-8."],
        ["This file has no header. Download the PO file anew and translate in that."],
        ["This file belongs to another page or to another language."],
        ["The file was lost on its way. Choose it once more."],
    ]
    assert said(offer) == SAID


def test_a_file_of_another_translation_cannot_be_sent_again_here(client, offer):
    other = submitted("<p>Ander</p>", title="Ander")
    fields = form_of(send(client, other, file(other, of={"Ander": ["Other"]})))
    assert told(client.post(url(offer), fields)) == [
        "The file was lost on its way. Choose it once more."
    ]


def test_a_file_that_changes_nothing_has_no_button(client, offer):
    page = page_of(send(client, offer, export(offer)))
    assert page.select("form button[type=submit]:-soup-contains(Import)") == []
    assert "0 texts will be changed. 2 texts stay as they are." in words(page)


def test_a_large_file_comes_through_both_steps(client, offer):
    noise = get_random_string(400_000)
    fields = form_of(send(client, offer, file(offer, of={LINK: [f'<a id="a1">{noise}</a>']})))
    assert client.post(url(offer), fields).status_code == 302
    assert said(offer)[LINK] == (f'<a id="a1">{noise}</a>', "manual")


def test_the_upload_is_for_who_may_translate(world, offer):
    sent = send(client_of(world.people["translator_fr"]), offer, file(offer, of=CHANGES))
    assert (sent.status_code, said(offer)) == (302, SAID)
    assert b"contents" not in sent.content
    assert client_of(world.people["superuser"]).get(url(offer)).status_code == 405


def test_what_a_file_says_is_shown_as_text(client, offer):
    page = send(client, offer, file(offer, ("body", "<script>x()</script>", "<img src=x>")))
    assert b"<script>x()" not in page.content
    assert "<img src=x>" in words(page_of(page))


def test_a_preview_of_fifty_texts_takes_the_statements_of_one(client, world):
    one = submitted("<p>Zin 0</p>", title="Een")
    many = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Veel")
    few, lots = ({f"Zin {n}": [f"Line {n}"] for n in range(count)} for count in (1, 50))
    of_one, of_many = str(file(one, of=few)).encode(), str(file(many, of=lots)).encode()
    send(client, one, of_one)
    assert counted(lambda: send(client, many, of_many)) == counted(
        lambda: send(client, one, of_one)
    )
